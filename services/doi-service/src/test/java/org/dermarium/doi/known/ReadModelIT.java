package org.dermarium.doi.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.dermarium.doi.DoiCase;
import org.dermarium.events.Collection;
import org.dermarium.events.Membership;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Events may come twice, late and many at once; what is newest stays. */
class ReadModelIT extends DoiCase {

    @Autowired
    private Members members;

    private static void membership(Membership... states) {
        topics().publish(EventType.MEMBERSHIP_CHANGED, states);
    }

    private static Membership of(String isicId, long version, Long... collections) {
        return new Membership(isicId, version, new TreeSet<>(Arrays.asList(collections)), new TreeSet<>());
    }

    private static Collection collection(long id, long version, String name, boolean deleted, @Nullable String sha256) {
        return new Collection(
                id,
                version,
                name,
                "",
                false,
                false,
                sha256 != null,
                false,
                7,
                new TreeSet<>(List.of(8L)),
                deleted,
                0,
                sha256,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void keepsTheNewestMembersOfEachCollection() {
        membership(of("ISIC_7000001", 2, 5002L, 5003L), of("ISIC_7000002", 1, 5002L), of("ISIC_7000001", 1, 5004L));
        awaitUnknown(5002, 2);
        assertThat(unknown(5004)).isZero();
        membership(of("ISIC_7000001", 3, 5003L, 5004L), of("ISIC_7000001", 2, 5002L));
        awaitUnknown(5002, 1);
        awaitUnknown(5003, 1);
        awaitUnknown(5004, 1);
    }

    @Test
    void tellsTheDigestThatTheCatalogueTells() throws Exception {
        membership(of("ISIC_7000012", 1, 5005L), of("ISIC_7000011", 1, 5005L));
        awaitUnknown(5005, 2);
        byte[] text = "ISIC_7000011\nISIC_7000012\n".getBytes(StandardCharsets.UTF_8);
        assertThat(members.heard(5005).block().membersSha256()).isEqualTo(sha256(text));
        assertThat(members.heard(5999).block().membersSha256())
                .as("of no members")
                .isEqualTo(sha256(new byte[0]));
    }

    @Test
    void keepsTheNewestStateOfEachCollection() {
        topics().publish(
                        EventType.COLLECTION_CHANGED,
                        collection(5006, 2, "New", false, "ab"),
                        collection(5006, 1, "Old", false, null));
        Eventually.until(
                "the collection is known",
                () -> members.collection(5006).blockOptional().isPresent());
        KnownCollection known = members.collection(5006).block();
        assertThat(known.name()).isEqualTo("New");
        assertThat(known.membersSha256()).isEqualTo("ab");
        assertThat(known.sharedWith()).containsExactly(8L);
        topics().publish(
                        EventType.COLLECTION_CHANGED,
                        collection(5006, 3, "New", true, null),
                        collection(5006, 2, "New", false, "ab"));
        Eventually.until(
                "its end is known",
                () -> members.collection(5006).blockOptional().isEmpty());
    }

    private void awaitUnknown(long collection, long images) {
        Eventually.until("%d has %d members".formatted(collection, images), () -> unknown(collection) == images);
    }

    private long unknown(long collection) {
        return members.heard(collection).block().unknown();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
