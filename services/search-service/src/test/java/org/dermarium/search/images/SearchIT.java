package org.dermarium.search.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.query.QueryParser;
import org.dermarium.search.SearchCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.server.TestTokens;
import org.dermarium.web.page.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchIT extends SearchCase {

    private static final long OWNER = 7;
    private static final long FRIEND = 8;
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Test
    void showsAnImageWithinTwoSecondsOfItsEvent() {
        published(image().published().lesion("IL_1000000").build());
        var image = image().published().lesion("IL_1000001").sex("male").build();

        topics().publish(EventType.IMAGE_PUBLISHED, image);

        Eventually.until("the image is found", PROMISED, () -> count(ANYBODY, "lesion_id:IL_1000001") == 1);
        JsonNode found = search(ANYBODY, "lesion_id:IL_1000001").get("results").get(0);
        assertThat(found.get("isic_id").asString()).isEqualTo(image.isicId());
        assertThat(found.get("metadata").get("clinical").get("sex").asString()).isEqualTo("male");
        assertThat(found.get("metadata").get("acquisition").get("pixels_x").asInt())
                .isEqualTo(640);
        assertThat(found.get("files").get("full").get("url").asString())
                .contains(image.full().key());
    }

    @Test
    void keepsEmbargoedImageOutOfListsSizesAndFacets() {
        Image embargoed = image().embargoed()
                .ownedBy(OWNER)
                .lesion("IL_2000001")
                .with("sex", "secret")
                .build();
        published(image().published().lesion("IL_2000000").sex("male").build(), embargoed);
        shared(embargoed, FRIEND);

        for (String outsider : List.of(ANYBODY, member(99), TestTokens.shared().forged(1))) {
            assertThat(count(outsider, "lesion_id:IL_200*")).isEqualTo(1);
            assertThat(size(outsider, "lesion_id:IL_2000001")).isZero();
            assertThat(facets(outsider, "").toString()).doesNotContain("secret");
            assertThat(facets(outsider, "lesion_id:IL_200*").toString()).doesNotContain("secret", "IL_2000001");
        }
        for (String insider : List.of(staff(), member(OWNER), member(FRIEND))) {
            assertThat(count(insider, "lesion_id:IL_200*")).isEqualTo(2);
            assertThat(size(insider, "lesion_id:IL_2000001"))
                    .isEqualTo(embargoed.full().size());
            assertThat(present(facets(insider, "lesion_id:IL_2000001"), "sex")).isEqualTo(1);
        }
    }

    @Test
    void letsGoOfWithdrawnImages() {
        var image = image().published().lesion("IL_3000001");
        published(image.build());

        topics().publish(
                        EventType.IMAGE_WITHDRAWN,
                        image.version(2).withdrawn("patient's wish").build());

        Eventually.until("the image is gone", () -> count(staff(), "lesion_id:IL_3000001") == 0);
        assertThat(facets(staff(), "").toString()).doesNotContain("IL_3000001");
    }

    @Test
    void duplicatesAndReorderingDoNoHarm() {
        var image = image().published().lesion("IL_4000001");
        Image old = image.sex("male").version(1).build();
        Image last = image.sex("female").version(3).build();

        topics().publish(EventType.IMAGE_PUBLISHED, last, old, last, old);
        published(image().published().lesion("IL_4000002").build());

        assertThat(count(ANYBODY, "lesion_id:IL_4000001")).isEqualTo(1);
        assertThat(count(ANYBODY, "lesion_id:IL_4000001 sex:female")).isEqualTo(1);
    }

    @Test
    void revealsNothingOfInvisibleCollections() {
        Image image = image().published().lesion("IL_5000001").build();
        topics().publish(
                        EventType.COLLECTION_CREATED,
                        collection(51, 1, true, OWNER),
                        collection(52, 1, false, OWNER, FRIEND),
                        collection(53, 1, false, OWNER));
        topics().publish(
                        EventType.MEMBERSHIP_CHANGED, membership(image.isicId(), 1, List.of(51L, 52L, 53L), List.of()));
        published(image);

        Eventually.await(
                "memberships are known",
                () -> assertThat(inCollections(ANYBODY, "51")).isEqualTo(1));
        assertThat(inCollections(ANYBODY, "52")).isZero();
        assertThat(inCollections(ANYBODY, "999999")).isZero();
        assertThat(inCollections(ANYBODY, "52,51")).isEqualTo(1);
        assertThat(inCollections(member(FRIEND), "52")).isEqualTo(1);
        assertThat(inCollections(member(FRIEND), "53")).isZero();
        assertThat(inCollections(member(OWNER), "53")).isEqualTo(1);
        assertThat(inCollections(staff(), "53")).isEqualTo(1);
    }

    @Test
    void walksForthAndBackOverEveryImageOnce() {
        List<Image> images = IntStream.range(0, 23)
                .mapToObj(i -> image().published().lesion("IL_6000001").build())
                .toList();
        List<String> expected = images.stream().map(Image::isicId).toList();
        published(images.toArray(Image[]::new));

        JsonNode page = get(ANYBODY, "/api/v2/images/search/", Map.of("query", "lesion_id:IL_6000001", "limit", 5));
        assertThat(page.get("count").asInt()).isEqualTo(23);
        assertThat(page.get("previous").isNull()).isTrue();
        List<String> forth = new ArrayList<>(ids(page));
        while (!page.get("next").isNull()) {
            page = follow(ANYBODY, page.get("next"));
            assertThat(page.get("count").isNull()).isTrue();
            forth.addAll(ids(page));
        }
        List<String> back = new ArrayList<>(ids(page));
        while (!page.get("previous").isNull()) {
            page = follow(ANYBODY, page.get("previous"));
            back.addAll(0, ids(page));
        }
        assertThat(forth).isEqualTo(expected);
        assertThat(back).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/images/search/", "/api/v2/images/search/size/", "/api/v2/images/facets/"})
    void refusesQueriesThatCannotBeRead(String path) {
        var answer = exchange(ANYBODY, path, Map.of("query", "sex:male ANDD sex:female"));

        answer.expectStatus().isBadRequest().expectHeader().valueMatches("Query-Error", "column 10: expected .*");
        assertThat(body(answer).get("message").asString()).isEqualTo("Could not parse search query.");
        exchange(ANYBODY, path, Map.of("collections", "abc")).expectStatus().isEqualTo(422);
    }

    @Test
    void refusesForgedCursorsAndOddLimits() {
        for (var wrong :
                List.of(Map.of("cursor", "not-a-cursor"), Map.of("cursor", "cD1hYmM="), Map.of("limit", "abc"))) {
            exchange(ANYBODY, "/api/v2/images/search/", wrong).expectStatus().isEqualTo(422);
        }
        for (String far : List.of("cD05OTk5LTEyLTMx", "cD0wMDAxLTAxLTAx")) {
            exchange(ANYBODY, "/api/v2/images/search/", Map.of("cursor", far))
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void answersTheDeepestAndWidestQueryTheParserTakes() {
        String deep = "sex:male OR sex:female AND -sex:other";
        for (int i = 0; i < QueryParser.MAX_DEPTH; i++) {
            deep = "sex:male OR sex:female AND (" + deep + ")";
        }
        assertThat(count(ANYBODY, deep)).isNotNegative();
        String wide = "sex:a OR ".repeat(QueryParser.MAX_TERMS - 1) + "-sex:*";
        assertThat(count(ANYBODY, wide)).isNotNegative();
        for (int length : new int[] {255, 9_000}) {
            assertThat(count(ANYBODY, "sex:*" + "ab".repeat(length / 2) + "*")).isZero();
            assertThat(count(ANYBODY, "sex:\"*" + "*?\\".repeat(length / 3) + "*\""))
                    .isZero();
        }
        assertThat(count(ANYBODY, "sex:\"*" + "x".repeat(250) + "*\"" + " OR sex:*a*".repeat(31)))
                .isNotNegative();
    }

    private static String position(String text) {
        return new Cursor(0, false, text).encoded();
    }

    /** Publishes and waits until all are searched, by their owners too. */
    private void published(Image... images) {
        topics().publish(EventType.IMAGE_PUBLISHED, images);
        for (Image image : images) {
            long owner = image.contributor().id();
            if (owner > 0) {
                topics().publish(EventType.CONTRIBUTOR_CREATED, ImageBuilder.contributorOf(image));
            }
            String seer = owner > 0 ? member(owner) : staff();
            Eventually.until("found " + image.isicId(), () -> count(seer, "isic_id:" + image.isicId()) == 1);
        }
    }

    private void shared(Image image, long with) {
        topics().publish(EventType.MEMBERSHIP_CHANGED, membership(image.isicId(), 1, List.of(), List.of(with)));
        Eventually.until("shared " + image.isicId(), () -> count(member(with), "isic_id:" + image.isicId()) == 1);
    }

    private long size(String token, String query) {
        return get(token, "/api/v2/images/search/size/", Map.of("query", query))
                .get("size")
                .asLong();
    }

    private JsonNode facets(String token, String query) {
        return get(token, "/api/v2/images/facets/", Map.of("query", query));
    }

    private static long present(JsonNode facets, String field) {
        return facets.get(field).get("meta").get("present_count").asLong();
    }

    private long inCollections(String token, String collections) {
        return get(token, "/api/v2/images/search/", Map.of("query", "lesion_id:IL_5000001", "collections", collections))
                .get("count")
                .asLong();
    }
}
