package org.dermarium.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** The right to embargoed images is one fact, however many images there are. */
class OwnersIT extends CatalogCase {

    private static final int COPIES = 100_000;
    private static final long OLD = 61;
    private static final long STAYS = 62;
    private static final long NEW = 63;
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final String IMAGES = "/api/v2/images/";
    private static final String COPY = """
            insert into image (id, state, published_at)
            select 5000000 + n, i.state #- '{metadata,lesion_id}'
                || jsonb_build_object('id', 5000000 + n, 'isicId', 'ISIC_' || (5000000 + n)),
              i.published_at + n * interval '1 microsecond'
            from image i, generate_series(1, :copies) n where i.isic_id = :original""";

    @Autowired
    private DatabaseClient db;

    private long collection;

    @Test
    void changeForAHundredThousandImagesAtOnce() {
        Image original = stored(image().lesion("IL_6100001"), false, OLD);
        topics().publish(EventType.IMAGE_PUBLISHED, original);
        Eventually.until("the image is known", () -> status(staff(), IMAGES + original.isicId() + "/") == 200);
        db.sql(COPY)
                .bind("copies", COPIES)
                .bind("original", original.isicId())
                .then()
                .block();
        assertThat(count(staff())).isEqualTo(COPIES + 1L);
        assertThat(count(member(OLD))).as("nobody was told of the contributor").isZero();
        assertThat(status(member(OLD), IMAGES + original.isicId() + "/")).isEqualTo(404);

        told(1, OLD, STAYS);
        Eventually.await("the owners see all", PROMISED, () -> {
            assertThat(count(member(OLD))).isEqualTo(COPIES + 1L);
            assertThat(count(member(STAYS))).isEqualTo(COPIES + 1L);
        });
        assertThat(count(member(NEW))).isZero();
        Map<String, Integer> given = given(original);
        assertThat(given)
                .allSatisfy((address, status) ->
                        assertThat(status(member(OLD), address)).as(address).isEqualTo(200));
        String order = order();

        told(2, STAYS, NEW);
        Eventually.await("all images changed hands", PROMISED, () -> {
            assertThat(count(member(OLD))).isZero();
            given.forEach((address, status) ->
                    assertThat(status(member(OLD), address)).as(address).isEqualTo(status));
            assertThat(count(member(NEW))).isEqualTo(COPIES + 1L);
        });
        assertThat(imagesIn(order)).isZero();
        assertThat(credits(collection)).isEmpty();
        assertThat(status(member(NEW), IMAGES + original.isicId() + "/")).isEqualTo(200);
        assertThat(count(member(STAYS))).isEqualTo(COPIES + 1L);

        told(1, OLD);
        told(3, NEW);
        Eventually.await("an old state does not come back", PROMISED, () -> {
            assertThat(count(member(OLD))).isZero();
            assertThat(count(member(STAYS))).isZero();
        });
    }

    /** Addresses that the owner has, each with the status that it has to answer when the right is over. */
    private Map<String, Integer> given(Image image) {
        String path = IMAGES + image.isicId() + "/";
        JsonNode files = get(member(OLD), path).get("files");
        collection = collection(member(OLD), "Of an owner", image);
        Map<String, Integer> given = new LinkedHashMap<>();
        given.put(path, 404);
        given.put(path + "similar/", 404);
        given.put(IMAGES + "ISIC_" + (5_000_000 + COPIES) + "/", 404);
        given.put(URI.create(files.at("/full/url").asString()).getRawPath(), 404);
        given.put("/api/v2/lesions/IL_6100001/", 404);
        return given;
    }

    private String order() {
        String url = post(member(OLD), "/api/v2/zip-download/url/", Map.of("query", "lesion_id:IL_6100001"))
                .asString();
        return url.substring(url.indexOf('=') + 1);
    }

    private long imagesIn(String order) {
        List<String> paths = new ArrayList<>();
        get(ANYBODY, "/api/v2/zip-download/file-listing/?token=" + order)
                .get("files")
                .forEach(file -> paths.add(file.get("zipPath").asString()));
        return paths.stream().filter(path -> path.startsWith("ISIC_")).count();
    }

    private List<JsonNode> credits(long of) {
        return get(member(OLD), "/api/v2/collections/" + of + "/attribution/")
                .valueStream()
                .toList();
    }

    private void told(long version, Long... owners) {
        var state = new Contributor(OLD, version, new TreeSet<>(List.of(owners)));
        topics().publish(EventType.CONTRIBUTOR_CHANGED, state);
    }

    private long count(String token) {
        return get(token, IMAGES + "?limit=1").get("count").asLong();
    }
}
