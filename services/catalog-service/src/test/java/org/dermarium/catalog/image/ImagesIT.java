package org.dermarium.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.events.bus.Topic;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ImagesIT extends CatalogCase {

    private static final String IMAGES = "/api/v2/images/";

    @Test
    void neverListsEmbargoedImageToStrangers() {
        Image open = image().published().build();
        Image embargoed = image().embargoed().ownedBy(7).build();
        published(open, embargoed);

        assertThat(all(ANYBODY)).contains(open.isicId()).doesNotContain(embargoed.isicId());
        assertThat(all(member(8))).doesNotContain(embargoed.isicId());
        assertThat(all(member(7))).contains(embargoed.isicId());
        assertThat(all(staff())).contains(embargoed.isicId());
        refused(404, "Not Found", HttpMethod.GET, ANYBODY, IMAGES + embargoed.isicId() + "/", null);
        refused(404, "Not Found", HttpMethod.GET, member(8), IMAGES + embargoed.isicId() + "/", null);
        JsonNode seen = get(member(7), IMAGES + embargoed.isicId() + "/");
        assertThat(seen.get("public").asBoolean()).isFalse();
        assertThat(seen.get("files").get("full").get("url").asString()).endsWith("/" + embargoed.isicId() + ".jpg");
    }

    @Test
    void showsAnUnpublishedImageToNobody() {
        Image waiting = image().ownedBy(7).build();
        Image marker = image().published().build();
        topics().publish(EventType.IMAGE_UPLOADED, waiting);
        published(marker);

        assertThat(status(staff(), IMAGES + waiting.id() + "/")).isEqualTo(404);
    }

    @Test
    void leavesATombstoneOfWhatWasPublicOnly() {
        Image open = image().published().build();
        Image embargoed = image().embargoed().ownedBy(7).build();
        published(open, embargoed);
        topics().publish(EventType.IMAGE_WITHDRAWN, withdrawn(open, true), withdrawn(embargoed, false));

        Eventually.until(
                "both are withdrawn",
                () -> !all(staff()).contains(open.isicId()) && !all(staff()).contains(embargoed.isicId()));
        refused(410, "the patient's wish", HttpMethod.GET, ANYBODY, IMAGES + open.isicId() + "/", null);
        refused(404, "Not Found", HttpMethod.GET, staff(), IMAGES + embargoed.isicId() + "/", null);
    }

    @Test
    void duplicatesAndReorderingDoNoHarm() {
        List<Image> history = new ArrayList<>();
        List<Image> last = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long id = image().build().id();
            for (int version = 1; version <= 5; version++) {
                history.add(ImageBuilder.anImage(id)
                        .embargoed()
                        .ownedBy(70)
                        .version(version)
                        .ageApprox(version * 5)
                        .build());
            }
            last.add(history.getLast());
        }
        List<Image> twice = new ArrayList<>(history);
        twice.addAll(history);
        Collections.shuffle(twice, new Random(5));
        topics().publish(EventType.IMAGE_METADATA_CHANGED, twice.toArray(Image[]::new));

        published(last.toArray(Image[]::new));
        Eventually.until("all are at their last version", () -> last.stream().allMatch(i -> age(i) == 25));
        assertThat(get(member(70), IMAGES + "?limit=100").get("count").asInt())
                .isEqualTo(get(ANYBODY, IMAGES).get("count").asInt() + 40);
    }

    @Test
    void movesAPoisonedRecordAsideAndGoesOn() {
        topics().publishPoison(EventType.IMAGE_PUBLISHED, "1", "not an image".getBytes());
        published(image().published().build());

        Eventually.until(
                "the bad record is dead",
                () -> topics().deadLetters(Topic.IMAGES, "catalog").size() == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 100})
    void walksThroughTiedRowsForthAndBack(int limit) {
        long owner = 1_000 + limit;
        List<Image> mine = IntStream.range(0, 23)
                .mapToObj(i -> image().embargoed()
                        .ownedBy(owner)
                        .publishedAt(Instant.parse("2040-01-01T00:00:0" + i / 8 + "Z"))
                        .build())
                .toList();
        published(mine.toArray(Image[]::new));
        List<String> expected = all(member(owner));
        assertThat(expected)
                .containsAll(mine.stream().map(Image::isicId).toList())
                .doesNotHaveDuplicates();

        JsonNode page = get(member(owner), IMAGES + "?limit=" + limit);
        assertThat(page.get("count").asInt()).isEqualTo(expected.size());
        List<String> forth = new ArrayList<>(ids(page));
        while (!page.get("next").isNull()) {
            page = follow(member(owner), page.get("next"));
            forth.addAll(ids(page));
        }
        List<String> back = new ArrayList<>(ids(page));
        while (!page.get("previous").isNull()) {
            page = follow(member(owner), page.get("previous"));
            back.addAll(0, ids(page));
        }
        assertThat(forth).isEqualTo(expected);
        assertThat(back.stream().distinct()).containsExactlyElementsOf(expected);
    }

    @Test
    void putsPinnedImagesFirst() {
        Image first = image().published().build();
        Image second = image().published().build();
        Image third = image().published().build();
        Image hidden = image().embargoed().build();
        published(first, second, third, hidden);

        post(staff(), IMAGES + second.id() + "/set-pinned/", Map.of("pinned", true));
        post(staff(), IMAGES + third.isicId() + "/set-pinned/", Map.of("pinned", true));
        assertThat(ids(get(ANYBODY, IMAGES + "?pin_sort=1&limit=2"))).containsExactly(third.isicId(), second.isicId());
        JsonNode one = get(ANYBODY, IMAGES + "?pin_sort=1&limit=1");
        assertThat(ids(follow(ANYBODY, one.get("next")))).containsExactly(second.isicId());

        var order = List.of(first.isicId(), second.isicId(), third.isicId());
        post(staff(), IMAGES + "pins/reorder/", Map.of("order", order));
        assertThat(ids(get(ANYBODY, IMAGES + "?pin_sort=1&limit=3"))).isEqualTo(order);
        for (var wrong : List.of(
                List.of(first.isicId(), first.isicId()),
                List.of(third.isicId(), hidden.isicId()),
                List.of("ISIC_0000000"))) {
            refused(
                    400,
                    "Invalid ISIC ID list.",
                    HttpMethod.POST,
                    staff(),
                    IMAGES + "pins/reorder/",
                    Map.of("order", wrong));
        }
        assertThat(ids(get(ANYBODY, IMAGES + "?pin_sort=1&limit=3"))).isEqualTo(order);
        String pin = IMAGES + hidden.id() + "/set-pinned/";
        refused(400, "Cannot pin a private image.", HttpMethod.POST, staff(), pin, Map.of("pinned", true));
        refused(401, "Unauthorized", HttpMethod.POST, member(3), pin, Map.of("pinned", true));
        refused(422, "Field required", HttpMethod.POST, staff(), pin, Map.of());
    }

    @Test
    void refusesForgedCursorsAndOddIds() {
        for (String cursor :
                List.of("not-a-cursor", "cD1hYmM=", "cD01fDIwMjUtMDEtMDErMDAlM0EwMSUzQTQwJTJCMDAlM0EwMA==")) {
            assertThat(status(ANYBODY, IMAGES + "?cursor=" + encoded(cursor))).isEqualTo(422);
        }
        assertThat(status(ANYBODY, IMAGES + "?pin_sort=1&cursor=cD0yMDI1LTAxLTAx"))
                .isEqualTo(422);
        assertThat(status(ANYBODY, IMAGES + "?cursor=cD05OTk5LTEyLTMx")).isEqualTo(200);
        for (String id : List.of("1", "isic_0000000", "ISIC_00000000", "%00", "ISIC_%27%27")) {
            assertThat(status(ANYBODY, IMAGES + id + "/")).isEqualTo(404);
        }
    }

    private List<String> all(String token) {
        JsonNode page = get(token, IMAGES);
        List<String> all = new ArrayList<>(ids(page));
        while (!page.get("next").isNull()) {
            page = follow(token, page.get("next"));
            all.addAll(ids(page));
        }
        return all;
    }

    private int age(Image image) {
        return get(member(70), IMAGES + image.isicId() + "/")
                .get("metadata")
                .get("clinical")
                .get("age_approx")
                .asInt();
    }

    private static Image withdrawn(Image image, boolean wasPublic) {
        var builder = ImageBuilder.anImage(image.id()).version(9);
        return (wasPublic ? builder.published() : builder)
                .withdrawn("the patient's wish")
                .build();
    }
}
