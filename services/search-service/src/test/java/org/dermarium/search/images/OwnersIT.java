package org.dermarium.search.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.search.SearchCase;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;

/** The right to embargoed images is one fact, however many images there are. */
class OwnersIT extends SearchCase {

    private static final int IMAGES = 100_000;
    private static final int BATCH = 10_000;
    private static final long CONTRIBUTOR = 5;
    private static final long OLD = 61;
    private static final long STAYS = 62;
    private static final long NEW = 63;
    private static final Duration INDEXED = Duration.ofMinutes(5);
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Test
    void changesForAHundredThousandImagesAtOnce() {
        for (int sent = 0; sent < IMAGES; sent += BATCH) {
            topics().publish(
                            EventType.IMAGE_PUBLISHED,
                            IntStream.range(0, BATCH)
                                    .mapToObj(i -> image().embargoed()
                                            .ownedBy(CONTRIBUTOR)
                                            .sex("female")
                                            .build())
                                    .toArray(Image[]::new));
        }
        Eventually.until("all images are found", INDEXED, () -> count(staff(), "") == IMAGES);
        seesNothing("nobody was told of the contributor", OLD, STAYS, NEW);

        told(1, OLD, STAYS);
        Eventually.await("the owners see all", PROMISED, () -> seesAll(OLD, STAYS));
        seesNothing("never owned it", NEW);

        told(2, STAYS, NEW);
        Eventually.await("all images changed hands", PROMISED, () -> {
            seesNothing("owns it no longer", OLD);
            seesAll(STAYS, NEW);
        });

        told(1, OLD, STAYS);
        told(3, NEW);
        Eventually.await("an old state does not come back", PROMISED, () -> {
            seesNothing("own it no longer", OLD, STAYS);
            seesAll(NEW);
        });
    }

    private void told(long version, Long... owners) {
        var state = new Contributor(CONTRIBUTOR, version, new TreeSet<>(List.of(owners)));
        topics().publish(EventType.CONTRIBUTOR_CHANGED, state);
    }

    private void seesNothing(String why, long... members) {
        Arrays.stream(members).forEach(id -> {
            assertThat(count(member(id), "")).as(why).isZero();
            assertThat(size(id)).as(why).isZero();
            assertThat(female(id)).as(why).isZero();
        });
    }

    private void seesAll(long... members) {
        Arrays.stream(members).forEach(id -> {
            assertThat(count(member(id), "")).isEqualTo(IMAGES);
            assertThat(size(id)).isPositive();
            assertThat(female(id)).isEqualTo(IMAGES);
        });
    }

    private long size(long member) {
        return get(member(member), "/api/v2/images/search/size/", Map.of())
                .get("size")
                .asLong();
    }

    private long female(long member) {
        return get(member(member), "/api/v2/images/facets/", Map.of())
                .get("sex")
                .get("meta")
                .get("present_count")
                .asLong();
    }
}
