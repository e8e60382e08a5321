package org.dermarium.events.bus;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.dermarium.events.Aggregate;
import org.dermarium.events.Collection;
import org.dermarium.events.Contributor;
import org.dermarium.events.Doi;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.events.Submission;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.User;
import org.jspecify.annotations.Nullable;

/** The table of topics: the broker must match it, and {@code docs/events.md} is generated from it. */
public enum Topic {
    IMAGES("images", Image.class, 6, null, "ingest", List.of("catalog", "search", "doi", "challenge")),
    CONTRIBUTORS("contributors", Contributor.class, 3, null, "ingest", List.of("catalog", "search", "doi")),
    COLLECTIONS("collections", Collection.class, 3, null, "catalog", List.of("search", "doi", "challenge")),
    MEMBERSHIPS("memberships", Membership.class, 6, null, "catalog", List.of("search", "doi", "challenge")),
    USERS("users", User.class, 3, null, "identity", List.of("catalog", "ingest", "challenge")),
    /** Kept longer than any access token or grant lives, of which the longest is an image's address with seven days. */
    TOKENS("tokens", TokenRevoked.class, 1, Duration.ofDays(9), "identity", List.of("gateway")),
    DOIS("dois", Doi.class, 3, null, "doi", List.of("catalog")),
    RELEASE_ORDERS("release-orders", ReleaseOrder.class, 6, null, "doi", List.of("ingest")),
    SUBMISSIONS("submissions", Submission.class, 6, null, "challenge", List.of());

    private final String topicName;
    private final Class<? extends Aggregate> type;
    private final int partitions;
    private final @Nullable Duration retention;
    private final String owner;
    private final List<String> consumers;

    Topic(
            String topicName,
            Class<? extends Aggregate> type,
            int partitions,
            @Nullable Duration retention,
            String owner,
            List<String> consumers) {
        this.topicName = topicName;
        this.type = type;
        this.partitions = partitions;
        this.retention = retention;
        this.owner = owner;
        this.consumers = consumers;
    }

    public static Topic of(Class<? extends Aggregate> type) {
        return Arrays.stream(values()).filter(t -> t.type == type).findFirst().orElseThrow();
    }

    public String topicName() {
        return topicName;
    }

    public Class<? extends Aggregate> type() {
        return type;
    }

    /** Fixed at creation: a key must stay in its partition for ever. */
    public int partitions() {
        return partitions;
    }

    /** How long records are kept, or null when the topic is compacted and keeps the last state of each key for ever. */
    public @Nullable Duration retention() {
        return retention;
    }

    /** The one service that writes to the topic. */
    public String owner() {
        return owner;
    }

    /** The services that read it, each with its own consumer group of the same name. */
    public List<String> consumers() {
        return consumers;
    }

    /** Where records go that a consumer group could not apply. */
    public String deadLetters(String group) {
        return topicName + "." + group + ".dlt";
    }
}
