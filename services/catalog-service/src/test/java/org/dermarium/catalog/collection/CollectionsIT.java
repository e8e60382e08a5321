package org.dermarium.catalog.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class CollectionsIT extends CatalogCase {

    private static final String ROOT = "/api/v2/collections/";

    @Test
    void privateCollectionDoesNotExistForOthers() {
        Image open = image().published().build();
        published(open);
        long id = collection(member(1), "Mine", open);
        String path = ROOT + id + "/";

        assertThat(get(member(1), path).get("public").asBoolean()).isFalse();
        for (String stranger : List.of(ANYBODY, member(2))) {
            assertThat(status(stranger, path)).isEqualTo(404);
            assertThat(status(stranger, path + "attribution/")).isEqualTo(404);
            assertThat(status(stranger, path + "metadata/")).isEqualTo(404);
            assertThat(names(get(stranger, ROOT))).doesNotContain("Mine");
            assertThat(get(stranger, "/api/v2/autocomplete/collection/?query=Mine"))
                    .isEmpty();
        }
        var ids = Map.of("isic_ids", List.of(open.isicId()));
        refused(404, "Not Found", HttpMethod.POST, member(2), path + "populate-from-list/", ids);
        refused(404, "Not Found", HttpMethod.DELETE, member(2), path, null);
        assertThat(get(member(1), path + "attribution/").get(0).get("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void checksVisibilityThenPermissionThenLockThenContent() {
        Image open = image().published().build();
        Image hidden = image().embargoed().ownedBy(11).build();
        published(open, hidden);
        long id = collection(member(11), "Checked", open);
        String fill = ROOT + id + "/populate-from-search/";

        refused(401, "Unauthorized", HttpMethod.POST, ANYBODY, fill, "{");
        refused(400, "Cannot parse request body", HttpMethod.POST, member(11), fill, "{");
        refused(422, "extra_forbidden", HttpMethod.POST, member(12), fill, Map.of("foo", 1));
        refused(404, "Not Found", HttpMethod.POST, member(12), fill, Map.of("query", "foo:bar"));
        post(member(11), ROOT + id + "/set-public/", Map.of("public", true));
        String forbidden = "{\"error\":\"You do not have permission to add images to this collection.\"}";
        refused(403, forbidden, HttpMethod.POST, member(12), fill, Map.of("query", "foo:bar"));
        refused(400, "search query", HttpMethod.POST, member(11), fill, Map.of("query", "foo:bar"));
        String content = "Collection is public and cannot contain private images.";
        var found = Map.of("query", "isic_id:" + hidden.isicId());
        refused(409, content, HttpMethod.POST, member(11), fill, found);
        var listed = Map.of("isic_ids", List.of(hidden.isicId(), "ISIC_0000000", open.isicId(), open.isicId()));
        JsonNode outcome = post(member(11), ROOT + id + "/populate-from-list/", listed);
        assertThat(texts(outcome.get("private_image_public_collection"))).containsExactly(hidden.isicId());
        assertThat(texts(outcome.get("no_perms_or_does_not_exist"))).containsExactly("ISIC_0000000");
        assertThat(texts(outcome.get("succeeded"))).containsExactly(open.isicId());
        refused(
                403,
                "You do not have permission to delete this collection.",
                HttpMethod.DELETE,
                member(12),
                ROOT + id + "/",
                null);
    }

    @Test
    void refusesToPublishACollectionThatHoldsAPrivateImage() {
        Image hidden = image().embargoed().ownedBy(13).build();
        published(hidden);
        long id = collection(member(13), "Half open", hidden);

        String rule = "This collection cannot be made public: it contains private images.";
        refused(409, rule, HttpMethod.POST, member(13), ROOT + id + "/set-public/", Map.of("public", true));
        assertThat(status(ANYBODY, ROOT + id + "/")).isEqualTo(404);
    }

    @Test
    void editsNamesAndKeepsThemUniqueForTheirCreator() {
        JsonNode made = post(member(14), ROOT, Map.of("name", " Naevi ", "description", "d", "public", true));
        long id = made.get("id").asLong();
        assertThat(made.get("name").asString()).isEqualTo("Naevi");
        assertThat(made.get("doi").isNull()).isTrue();

        JsonNode edited = get(member(14), ROOT + id + "/");
        send(HttpMethod.PATCH, member(14), ROOT + id + "/", Map.of("description", "e"))
                .expectStatus()
                .isOk();
        edited = get(ANYBODY, ROOT + id + "/");
        assertThat(edited.get("description").asString()).isEqualTo("e");
        refused(400, "already exists", HttpMethod.POST, member(14), ROOT, Map.of("name", "Naevi"));
        post(member(15), ROOT, Map.of("name", "Naevi"));
        refused(422, "string_too_long", HttpMethod.POST, member(14), ROOT, Map.of("name", "n".repeat(201)));
        refused(422, "Field required", HttpMethod.POST, member(14), ROOT, Map.of());
    }

    @Test
    void pinsPublicCollectionsOnly() {
        long open = post(member(16), ROOT, Map.of("name", "Open", "public", true))
                .get("id")
                .asLong();
        long closed = post(member(16), ROOT, Map.of("name", "Closed")).get("id").asLong();

        post(staff(), ROOT + open + "/set-pinned/", Map.of("pinned", true));
        String rule = "Only a public collection can be pinned.";
        refused(400, rule, HttpMethod.POST, staff(), ROOT + closed + "/set-pinned/", Map.of("pinned", true));
        refused(401, "Unauthorized", HttpMethod.POST, member(16), ROOT + open + "/set-pinned/", "{");
        refused(404, "Not Found", HttpMethod.POST, staff(), ROOT + "999999/set-pinned/", Map.of("pinned", true));
        assertThat(names(get(ANYBODY, ROOT + "?pinned=true"))).containsExactly("Open");
        assertThat(names(get(ANYBODY, ROOT + "?pinned=0"))).doesNotContain("Open");
        refused(400, "pinned", HttpMethod.POST, member(16), ROOT + open + "/set-public/", Map.of("public", false));
        for (String odd : List.of("?pinned=maybe", "?pinned=", "?sort=-name", "abc/", "abc/attribution/")) {
            assertThat(status(ANYBODY, ROOT + odd)).isEqualTo(422);
        }
        for (String none : List.of("0/", "-1/", "99999999999999999999/", "99999999999999999999/attribution/")) {
            assertThat(status(ANYBODY, ROOT + none)).isEqualTo(404);
        }
    }

    @Test
    void tellsTheBusOfEveryChangeWhole() {
        Image first = image().published().build();
        Image second = image().published().build();
        published(first, second);
        long id = collection(member(17), "Told", first);
        post(member(17), ROOT + id + "/populate-from-isic-ids/", Map.of("isic_ids", List.of(second.isicId())));
        topics().awaitEvent(EventType.COLLECTION_CREATED, Collection.class, c -> c.id() == id && c.version() == 1);
        topics().awaitEvent(EventType.COLLECTION_CHANGED, Collection.class, c -> c.id() == id && c.imageCount() == 2);
        awaitMembership(second, Set.of(id));

        post(member(17), ROOT + id + "/remove-from-list/", Map.of("isic_ids", List.of(second.isicId())));
        awaitMembership(second, Set.of());
        send(HttpMethod.DELETE, member(17), ROOT + id + "/", null)
                .expectStatus()
                .isNoContent();
        topics().awaitEvent(EventType.COLLECTION_DELETED, Collection.class, c -> c.id() == id && c.deleted());
        awaitMembership(first, Set.of());
        assertThat(status(staff(), ROOT + id + "/")).isEqualTo(404);
    }

    @Test
    void keepsAMagicCollectionOfEachCohort() {
        Image first = image().embargoed().ofCohort(77).ownedBy(18).build();
        Image second = image().published().ofCohort(77).ownedBy(18).build();
        published(first);
        published(second);
        published(first, second);

        JsonNode magic = get(staff(), "/api/v2/collections/?sort=name")
                .get("results")
                .valueStream()
                .filter(c -> c.get("name").asString().equals("Publish of Cohort 77"))
                .findFirst()
                .orElseThrow();
        assertThat(magic.get("locked").asBoolean()).isTrue();
        assertThat(magic.get("public").asBoolean()).isFalse();
        long id = magic.get("id").asLong();
        assertThat(status(member(18), ROOT + id + "/")).isEqualTo(404);
        assertThat(get(staff(), ROOT + id + "/attribution/").get(0).get("count").asInt())
                .isEqualTo(2);
        refused(400, "Can't modify the collection, it's locked.", HttpMethod.DELETE, staff(), ROOT + id + "/", null);
        var ids = Map.of("isic_ids", List.of(first.isicId()));
        refused(409, "Collection is locked", HttpMethod.POST, staff(), ROOT + id + "/remove-from-list/", ids);
        assertThat(get(staff(), "/api/v2/autocomplete/collection/?query=Cohort%2077"))
                .isEmpty();
        topics().awaitEvent(EventType.COLLECTION_CHANGED, Collection.class, c -> c.id() == id && c.imageCount() == 2);
        assertThat(topics().read(Collection.class).stream()
                        .filter(e -> e.state().id() == id))
                .hasSize(2);
    }

    @Test
    void refusesListsThatHoldNoIds() {
        long id = post(member(19), ROOT, Map.of("name", "Lists")).get("id").asLong();
        String fill = ROOT + id + "/populate-from-list/";

        refused(422, "string_pattern_mismatch", HttpMethod.POST, member(19), fill, Map.of("isic_ids", List.of("bad")));
        var many = IntStream.range(0, 501).mapToObj("ISIC_%07d"::formatted).toList();
        refused(422, "at most 500 items", HttpMethod.POST, member(19), fill, Map.of("isic_ids", many));
        String create = ROOT + "create-from-isic-ids/";
        refused(422, "\"isic_ids\"", HttpMethod.POST, member(19), create, Map.of());
        refused(422, "too_short", HttpMethod.POST, member(19), create, Map.of("name", "x", "isic_ids", List.of()));
    }

    private void awaitMembership(Image image, Set<Long> collections) {
        Set<Long> magic = topics().read(Collection.class).stream()
                .map(Event::state)
                .filter(Collection::magic)
                .map(Collection::id)
                .collect(Collectors.toSet());
        topics().awaitEvent(
                        EventType.MEMBERSHIP_CHANGED,
                        Membership.class,
                        m -> m.isicId().equals(image.isicId())
                                && m.version() > 1
                                && m.collections().stream()
                                        .filter(c -> !magic.contains(c))
                                        .collect(Collectors.toSet())
                                        .equals(collections));
    }

    private static List<String> names(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(c -> c.get("name").asString())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
