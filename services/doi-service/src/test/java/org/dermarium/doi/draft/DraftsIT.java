package org.dermarium.doi.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dermarium.doi.DoiCase;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.upload.UploadField;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class DraftsIT extends DoiCase {

    @Test
    void describesTheCollectionAsItIs() {
        Collection collection = collection(
                OWNER,
                "Naevi of Zürich",
                image().published()
                        .attribution("Anonymous")
                        .lesion("IL_1")
                        .patient("IP_1")
                        .build(),
                image().published()
                        .attribution("Anonymous")
                        .lesion("IL_1")
                        .patient("IP_1")
                        .build(),
                image().embargoed()
                        .ownedBy(OWNER)
                        .attribution("B")
                        .license("CC-BY-NC")
                        .lesion("IL_2")
                        .build(),
                image().published().attribution("A").license("CC-BY").build());

        String slug = drafted(staff(), collection);

        JsonNode doi = doi(staff(), slug);
        assertThat(slug).isEqualTo("naevi-of-zurich");
        assertThat(doi.get("doi").asString()).matches("10\\.5072/dermarium\\.[0-9a-hjkmnp-tv-z]{8}");
        assertThat(doi.get("state").asString()).isEqualTo("draft");
        assertThat(doi.get("title").asString()).isEqualTo("Naevi of Zürich");
        assertThat(doi.get("creators").toString())
                .isEqualTo("[{\"name\":\"A\",\"images\":1},{\"name\":\"B\",\"images\":1},"
                        + "{\"name\":\"Anonymous\",\"images\":2}]");
        assertThat(doi.get("licenses").findValuesAsString("license")).containsExactly("CC-0", "CC-BY", "CC-BY-NC");
        assertThat(doi.get("images_count").asLong()).isEqualTo(4);
        assertThat(doi.get("lesions_count").asLong()).isEqualTo(2);
        assertThat(doi.get("patients_count").asLong()).isEqualTo(1);
        assertThat(doi.get("publication_year").asInt()).isEqualTo(2026);
        assertThat(doi.get("approved").asBoolean()).isTrue();
        assertThat(doi.get("progress").isNull()).isTrue();
        assertThat(doi.get("published_at").isNull()).isTrue();
        var told = topics().awaitEvent(
                        EventType.DOI_DRAFTED,
                        org.dermarium.events.Doi.class,
                        d -> d.slug().equals(slug));
        assertThat(told.state().collection()).isEqualTo(collection.id());
        String name = doi.get("doi").asString();
        Eventually.until("the registrar has the draft", () -> registrar.held().containsKey(name));
    }

    @Test
    void givesEachDraftASlugOfItsOwn() {
        assertThat(drafted(
                        staff(),
                        collection(OWNER, "Same name", image().published().build())))
                .isEqualTo("same-name");
        assertThat(drafted(
                        staff(),
                        collection(STRANGER, "Same name", image().published().build())))
                .isEqualTo("same-name-2");
    }

    @Test
    void letsTheOwnerDraftAndWaitsForStaffsApproval() {
        String slug = drafted(
                member(OWNER), collection(OWNER, "Own", image().published().build()));
        String path = DOIS + slug + "/";
        assertThat(doi(member(OWNER), slug).get("may").toString())
                .isEqualTo("{\"edit\":true,\"approve\":false,\"publish\":false,\"discard\":true}");
        refused(403, "needs the approval of staff", HttpMethod.POST, member(OWNER), path + "publish/", null);
        refused(401, "Unauthorized", HttpMethod.POST, member(OWNER), path + "approve/", null);

        post(staff(), path + "approve/", null);

        assertThat(doi(member(OWNER), slug).get("may").get("publish").asBoolean())
                .isTrue();
        patch(member(OWNER), path, Map.of("description", "Other words than staff has read."));
        assertThat(doi(staff(), slug).get("approved").asBoolean())
                .as("what its creator changed is looked at again")
                .isFalse();
        post(staff(), path + "approve/", null);
        post(member(OWNER), path + "publish/", null);
        assertThat(doi(staff(), slug).get("state").asString()).isEqualTo("publishing");
    }

    @Test
    void existsForNobodyElse() {
        String slug = drafted(
                member(OWNER), collection(OWNER, "Hidden", image().published().build()));
        String path = DOIS + slug + "/";
        for (String stranger : List.of(ANYBODY, member(STRANGER))) {
            refused(404, "Not Found", HttpMethod.GET, stranger, path, null);
            assertThat(get(stranger, DOIS).toString()).doesNotContain(slug);
        }
        refused(404, "Not Found", HttpMethod.PATCH, member(STRANGER), path, Map.of("description", "x"));
        refused(404, "Not Found", HttpMethod.POST, member(STRANGER), path + "publish/", null);
        refused(404, "Not Found", HttpMethod.DELETE, member(STRANGER), path, null);
        refused(401, "Unauthorized", HttpMethod.DELETE, ANYBODY, path, null);
        refused(404, "Not Found", HttpMethod.GET, staff(), DOIS + "no-such%00slug/", null);
        assertThat(get(member(OWNER), DOIS).get("results").findValuesAsString("slug"))
                .contains(slug);
        assertThat(get(staff(), DOIS).get("results").findValuesAsString("slug")).contains(slug);
    }

    @Test
    void draftsOnlyForWhomTheCollectionIs() {
        Collection hidden = collection(OWNER, "Private", image().published().build());
        refused(401, "Unauthorized", HttpMethod.POST, ANYBODY, DOIS, wish(hidden));
        refused(404, "Not Found", HttpMethod.POST, member(STRANGER), DOIS, wish(hidden));
        refused(404, "Not Found", HttpMethod.POST, staff(), DOIS, Map.of("collection_id", 999_999, "description", "x"));
        Collection magic = others().magic("Cohort", image().published().build());
        awaitHeard(magic, 1);
        Eventually.await(
                "the service knows that it is magic",
                () -> refused(400, "Magic collections cannot", HttpMethod.POST, staff(), DOIS, wish(magic)));
        refused(
                403,
                "{\"error\":\"You do not have permission to create a DOI.\"}",
                HttpMethod.POST,
                member(STRANGER),
                DOIS,
                wish(magic));
    }

    @Test
    void waitsForTheNewsOfACollectionThatWasJustFilled() {
        Image own = image().embargoed().ownedBy(OWNER).build();
        Collection justFilled = others().collection(OWNER, "Just filled", own);
        String slug = drafted(member(OWNER), justFilled);
        discard(member(OWNER), slug);
    }

    @Test
    void refusesWhatCannotBePublished() {
        Collection empty = collection(OWNER, "Empty");
        refused(
                400,
                "{\"message\":\"An empty collection cannot be the basis of a DOI.\"}",
                HttpMethod.POST,
                staff(),
                DOIS,
                wish(empty));
        Image bare = image().published().license("").build();
        Collection unlicensed = collection(OWNER, "Bare", image().published().build(), bare);
        refused(400, bare.isicId() + ".", HttpMethod.POST, staff(), DOIS, wish(unlicensed));
        Image foreign = image().embargoed().ownedBy(STRANGER).build();
        Collection mixed =
                collection(OWNER, "Mixed", image().embargoed().ownedBy(OWNER).build(), foreign);
        refused(400, "not own: " + foreign.isicId() + ".", HttpMethod.POST, member(OWNER), DOIS, wish(mixed));
        drafted(staff(), mixed);
    }

    @Test
    void keepsOneDoiACollection() {
        Collection collection = collection(OWNER, "Once", image().published().build());
        String slug = drafted(staff(), collection);
        String first = doi(staff(), slug).get("doi").asString();
        refused(400, "This collection already has a DOI.", HttpMethod.POST, staff(), DOIS, wish(collection));

        discard(staff(), slug);

        refused(404, "Not Found", HttpMethod.GET, staff(), DOIS + slug + "/", null);
        topics().awaitEvent(
                        EventType.DOI_DISCARDED,
                        org.dermarium.events.Doi.class,
                        d -> d.doi().equals(first));
        Eventually.until(
                "the registrar forgets the draft", () -> registrar.calls().contains("discard " + first));
        assertThat(drafted(staff(), collection)).isEqualTo(slug);
        assertThat(doi(staff(), slug).get("doi").asString()).isNotEqualTo(first);
    }

    @Test
    void takesSupplementsThatLieThere() {
        Collection collection =
                collection(OWNER, "Supplemented", image().published().build());
        var protocol = Map.of("blob", uploaded(OWNER, "protocol.pdf", new byte[123]), "description", "Protocol");
        var wish = wish(collection, "supplemental_files", List.of(protocol));

        String slug = post(member(OWNER), DOIS, wish).get("slug").asString();

        assertThat(doi(member(OWNER), slug).get("supplemental_files").toString())
                .isEqualTo("[{\"name\":\"protocol.pdf\",\"description\":\"Protocol\",\"size\":123}]");
    }

    @Test
    void namesEachSupplementThatIsWrong() {
        Collection collection =
                collection(OWNER, "Ill supplemented", image().published().build());
        String good = uploaded(OWNER, "a.pdf", new byte[1]);
        String gone = signed(OWNER, UploadField.SUPPLEMENT, "uploads/gone", "gone.pdf", 1);
        String other = signed(OWNER, UploadField.IMAGE, "uploads/x", "x.jpg", 1);
        String foreign = uploaded(STRANGER, "b.pdf", new byte[1]);
        var wish = wish(
                collection,
                "supplemental_files",
                List.of(
                        Map.of("blob", good, "description", "A"),
                        Map.of("blob", good, "description", "A again"),
                        Map.of("blob", gone, "description", "Gone"),
                        Map.of("blob", other, "description", "B"),
                        Map.of("blob", foreign, "description", "C")));
        for (String problem : List.of(
                "\"supplemental_files\",1,\"blob\"],\"msg\":\"Value error, There is another file of this name: a.pdf",
                "\"supplemental_files\",2,\"blob\"],\"msg\":\"Value error, The uploaded file is no longer there.",
                "\"supplemental_files\",3,\"blob\"],\"msg\":\"Value error, Invalid S3 file field value.",
                "\"supplemental_files\",4,\"blob\"],\"msg\":\"Value error, Invalid S3 file field value.")) {
            refused(422, problem, HttpMethod.POST, member(OWNER), DOIS, wish);
        }
        var shapeless = wish(
                collection,
                "supplemental_files",
                List.of(Map.of("blob", good, "description", " "), Map.of("description", "D")));
        for (String problem : List.of(
                "\"supplemental_files\",0,\"description\"],\"msg\":\"String should have at least 1",
                "\"supplemental_files\",1,\"blob\"],\"msg\":\"Field required")) {
            refused(422, problem, HttpMethod.POST, member(OWNER), DOIS, shapeless);
        }
        var many = Collections.nCopies(11, Map.of("blob", good, "description", "A"));
        refused(
                422,
                "at most 10 items",
                HttpMethod.POST,
                member(OWNER),
                DOIS,
                wish(collection, "supplemental_files", many));
        assertThat(get(staff(), DOIS).toString()).doesNotContain("ill-supplemented");
    }

    @Test
    void refusesBodiesOfAnotherShape() {
        Collection collection = collection(OWNER, "Shapes", image().published().build());
        refused(400, "Cannot parse request body", HttpMethod.POST, staff(), DOIS, "{");
        refused(422, "collection_id\"],\"msg\":\"Field required", HttpMethod.POST, staff(), DOIS, Map.of());
        refused(422, "collection_id", HttpMethod.POST, staff(), DOIS, Map.of("collection_id", "x"));
        refused(422, "extra_forbidden", HttpMethod.POST, staff(), DOIS, wish(collection, "publish", true));
        refused(422, "description", HttpMethod.POST, staff(), DOIS, wish(collection, "description", "  "));
        refused(422, "U+0000", HttpMethod.POST, staff(), DOIS, wish(collection, "title", "a\0b"));
        refused(
                422,
                "related_identifiers\",0,\"related_identifier\"]",
                HttpMethod.POST,
                staff(),
                DOIS,
                wish(
                        collection,
                        "related_identifiers",
                        List.of(Map.of(
                                "relation_type", "IsReferencedBy",
                                "related_identifier_type", "DOI",
                                "related_identifier", "https://doi.org/10.1/x"))));
    }

    @Test
    void editsDraftsAlone() {
        String slug =
                drafted(staff(), collection(OWNER, "Edited", image().published().build()));
        String path = DOIS + slug + "/";
        var paper = Map.of(
                "relation_type", "IsDescribedBy",
                "related_identifier_type", "DOI",
                "related_identifier", "10.1038/sdata.2018.161");
        JsonNode answer = patch(staff(), path, Map.of("title", "New", "related_identifiers", List.of(paper)));
        assertThat(answer.toString()).isEqualTo("{\"message\":\"Draft DOI updated successfully.\"}");
        assertThat(doi(staff(), slug).get("title").asString()).isEqualTo("New");
        assertThat(doi(staff(), slug).get("description").asString()).isEqualTo(WORDS);
        assertThat(doi(staff(), slug).get("related_identifiers").size()).isEqualTo(1);
        Eventually.until(
                "the registrar knows the new title",
                () -> "New"
                        .equals(registrar
                                .metadata(doi(staff(), slug).get("doi").asString())
                                .title()));
        refused(
                400,
                "{\"message\":\"A DOI can only have one IsDescribedBy related identifier.\"}",
                HttpMethod.PATCH,
                staff(),
                path,
                Map.of(
                        "related_identifiers",
                        List.of(
                                paper,
                                Map.of(
                                        "relation_type", "IsDescribedBy",
                                        "related_identifier_type", "URL",
                                        "related_identifier", "https://example.org/paper"))));

        post(staff(), path + "publish/", null);

        refused(409, "already being published", HttpMethod.PATCH, staff(), path, Map.of("title", "Late"));
        refused(
                409,
                "{\"error\":\"This DOI is already being published.\"}",
                HttpMethod.POST,
                staff(),
                path + "publish/",
                null);
    }

    @Test
    void listsNewestFirstPageByPage() {
        for (int i = 0; i < 3; i++) {
            drafted(
                    member(40),
                    collection(40, "Listed " + i, image().published().build()));
        }
        JsonNode first = get(member(40), DOIS + "?limit=2");
        assertThat(first.get("results").findValuesAsString("slug")).containsExactly("listed-2", "listed-1");
        assertThat(first.get("count").asLong()).isEqualTo(3);
        String next = URI.create(first.get("next").asString()).getRawQuery();
        JsonNode second = get(member(40), DOIS + "?" + next);
        assertThat(second.get("results").findValuesAsString("slug")).containsExactly("listed-0");
        assertThat(second.get("next").isNull()).isTrue();
    }
}
