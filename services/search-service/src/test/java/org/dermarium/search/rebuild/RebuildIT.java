package org.dermarium.search.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.bus.EventType;
import org.dermarium.search.SearchCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildIT extends SearchCase {

    private static final long OWNER = 5;

    @Test
    void rebuildGivesSameCounts() {
        List<Image> images = IntStream.range(0, 300)
                .mapToObj(i -> (i % 2 == 0
                                ? image().published()
                                : image().embargoed().ownedBy(OWNER))
                        .sex(i % 3 == 0 ? "male" : "female")
                        .build())
                .toList();
        topics().publish(EventType.CONTRIBUTOR_CREATED, ImageBuilder.contributorOf(images.get(1)));
        topics().publish(EventType.COLLECTION_CREATED, collection(1, 1, true, 5));
        topics().publish(
                        EventType.MEMBERSHIP_CHANGED,
                        images.stream()
                                .map(i -> membership(i.isicId(), 1, List.of(1L), List.of()))
                                .toArray(Membership[]::new));
        topics().publish(EventType.IMAGE_PUBLISHED, images.toArray(Image[]::new));
        Eventually.until("all images are found", () -> count(member(OWNER), "") == 300 && inCollection() == 300);
        JsonNode before = facets();

        http().post().uri("/actuator/rebuild").exchange().expectStatus().isOk();
        assertThat(count(staff(), "")).isEqualTo(300);
        Image late = image().published().sex("male").build();
        topics().publish(EventType.IMAGE_PUBLISHED, late);
        Eventually.until("the index is rebuilt", () -> phase().equals("DONE"));

        Eventually.until("the late image is found", () -> count(staff(), "") == 301);
        assertThat(count(ANYBODY, "")).isEqualTo(151);
        assertThat(count(member(OWNER), "")).isEqualTo(301);
        assertThat(inCollection()).isEqualTo(300);
        topics().publish(EventType.IMAGE_WITHDRAWN, withdrawn(late));
        Eventually.until("the late image is gone", () -> count(staff(), "") == 300);
        assertThat(facets()).isEqualTo(before);
    }

    private static Image withdrawn(Image image) {
        return ImageBuilder.anImage(image.id()).withdrawn("a test").version(9).build();
    }

    private JsonNode facets() {
        return get(staff(), "/api/v2/images/facets/", Map.of());
    }

    private long inCollection() {
        return get(staff(), "/api/v2/images/search/", Map.of("collections", 1))
                .get("count")
                .asLong();
    }

    private String phase() {
        return get(ANYBODY, "/actuator/rebuild", Map.of()).get("phase").asString();
    }
}
