package org.dermarium.catalog.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

class RebuildIT extends CatalogCase {

    @Autowired
    private DatabaseClient db;

    @Test
    void rebuildGivesSameCountsAndMendsWhatWasSpoilt() {
        Image[] images = IntStream.range(0, 300)
                .mapToObj(i -> (i % 2 == 0 ? image().published() : image().embargoed())
                        .ownedBy(5)
                        .ofCohort(3)
                        .build())
                .toArray(Image[]::new);
        published(images);
        long collection = collection(member(5), "Kept", images);
        post(staff(), "/api/v2/images/" + images[0].isicId() + "/set-pinned/", Map.of("pinned", true));
        JsonNode before = get(staff(), "/api/v2/stats/");
        db.sql("delete from image where id % 5 = 0").then().block();
        db.sql(
                        "insert into image (id, state) select -1, jsonb_set(state, '{isicId}', '\"ISIC_9999999\"') from image limit 1")
                .then()
                .block();

        post(ANYBODY, "/actuator/rebuild", Map.of());
        Image late = image().published().ownedBy(5).ofCohort(3).build();
        published(late);
        Eventually.until("the read model is rebuilt", () -> phase().equals("DONE"));

        assertThat(count(staff())).isEqualTo(301);
        assertThat(count(ANYBODY)).isEqualTo(151);
        assertThat(status(staff(), "/api/v2/images/ISIC_9999999/")).isEqualTo(404);
        assertThat(ids(get(ANYBODY, "/api/v2/images/?pin_sort=1&limit=1"))).containsExactly(images[0].isicId());
        JsonNode credits = get(member(5), "/api/v2/collections/" + collection + "/attribution/");
        assertThat(credits.get(0).get("count").asInt()).isEqualTo(300);
        topics().publish(
                        EventType.IMAGE_WITHDRAWN,
                        ImageBuilder.anImage(late.id())
                                .withdrawn("a test")
                                .version(9)
                                .build());
        Eventually.until("the late image is gone", () -> count(staff()) == 300);
        assertThat(get(staff(), "/api/v2/stats/")).isEqualTo(before);
        assertThat(get(ANYBODY, "/api/v2/stats/").at("/image/images_count").asInt())
                .as("embargoed images are not even counted")
                .isEqualTo(count(ANYBODY));
    }

    private long count(String token) {
        return get(token, "/api/v2/images/?limit=1").get("count").asLong();
    }

    private String phase() {
        return get(ANYBODY, "/actuator/rebuild").get("phase").asString();
    }
}
