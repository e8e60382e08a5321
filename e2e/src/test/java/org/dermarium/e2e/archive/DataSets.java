package org.dermarium.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.STAFF;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Person;
import org.dermarium.testkit.Eventually;
import tools.jackson.databind.JsonNode;

/** DOIs through the API, with the waits that the archive's own time asks for. */
public record DataSets(Api api) {

    public static final String DOIS = "/api/v2/doi/";

    private static final Duration HEARD = Duration.ofMinutes(1);

    /** A collection of exactly these images. */
    public long collection(Person owner, String name, List<String> isicIds) {
        long id = api.post(
                        owner,
                        "/api/v2/collections/create-from-isic-ids/",
                        Map.of("name", name + " " + System.nanoTime(), "isic_ids", isicIds.subList(0, 1)))
                .success()
                .get("collection_id")
                .asLong();
        for (int from = 0; from < isicIds.size(); from += 500) {
            List<String> part = isicIds.subList(from, Math.min(from + 500, isicIds.size()));
            Eventually.await(
                    "collection " + id + " holds its images",
                    HEARD,
                    () -> assertThat(api.post(
                                            owner,
                                            "/api/v2/collections/" + id + "/populate-from-list/",
                                            Map.of("isic_ids", part))
                                    .success()
                                    .get("succeeded"))
                            .hasSize(part.size()));
        }
        return id;
    }

    /** Drafts as soon as the DOI service has heard of the collection and its members. */
    public String draft(Person who, long collection) {
        var slug = new String[1];
        Eventually.await(
                "collection " + collection + " is drafted",
                HEARD,
                () -> slug[0] = api.post(
                                who,
                                DOIS,
                                Map.of(
                                        "collection_id",
                                        collection,
                                        "description",
                                        "Pictures made for a test of the archive."))
                        .success()
                        .get("slug")
                        .asString());
        return slug[0];
    }

    public Answer publish(String slug) {
        return api.post(STAFF, DOIS + slug + "/publish/", Map.of());
    }

    public JsonNode awaitPublished(String slug, Duration bound) {
        Eventually.await(
                "the DOI " + slug + " is published",
                bound,
                () -> assertThat(of(slug).get("state").asString()).isEqualTo("published"));
        return of(slug);
    }

    public JsonNode of(String slug) {
        return api.get(STAFF, DOIS + slug + "/").success();
    }

    /** Whether the frozen archive, packed again from its rows and objects, is the one that was published. */
    public boolean isAlikeWhenRebuilt(RunningArchive archive, JsonNode doi) {
        String name = Api.encoded(doi.get("doi").asString());
        return api.get(ANONYMOUS, archive.serviceUrl(RunningArchive.DOI) + "/actuator/releases?doi=" + name)
                .success()
                .get("is_identical")
                .asBoolean();
    }

    /** The file of this kind. */
    public static JsonNode file(JsonNode doi, String kind) {
        return doi.get("files")
                .valueStream()
                .filter(file -> file.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + doi));
    }
}
