package org.dermarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.RESEARCHER;
import static org.dermarium.client.Person.STAFF;
import static org.dermarium.e2e.archive.DataSets.DOIS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.DataSets;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A data set's way from a private collection of embargoed images to a DOI whose files never change. */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(15)
class DataSetJourneyIT {

    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final int SIZE = 12;

    private final RunningArchive archive;
    private final Api api;
    private final DataSets dataSets;
    private final List<String> images = new ArrayList<>();

    DataSetJourneyIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
        this.dataSets = new DataSets(api);
    }

    @BeforeAll
    void load() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Data set");
        var names = new ArrayList<String>();
        var csv = new StringBuilder("filename,sex,diagnosis,lesion_id,patient_id,public\n");
        for (int i = 0; i < SIZE; i++) {
            names.add(i + ".jpg");
            csv.append("%d.jpg,male,Nevus,L%d,P%d,%d\n".formatted(i, i / 2, i / 4, i < SIZE / 3 ? 1 : 0));
        }
        cohort.addZip("set.zip", Cohorts.zip(names, 160, 120));
        Cohorts.describe(cohort, STAFF, csv.toString());
        cohort.publishAll(null, SIZE);
        cohort.accessions().values().stream()
                .map(accession -> accession.get("isic_id").asString())
                .sorted()
                .forEach(images::add);
        Eventually.until(
                "staff see the last",
                () -> api.get(STAFF, "/api/v2/images/" + images.getLast() + "/").status() == 200);
    }

    @Test
    void publishesADataSetWhoseFilesNeverChange() throws Exception {
        long collection = dataSets.collection(CONTRIBUTOR, "Journey", images);
        String slug = dataSets.draft(CONTRIBUTOR, collection);
        String path = DOIS + slug + "/";
        assertThat(api.get(ANONYMOUS, path).status()).isEqualTo(404);
        assertThat(api.get(RESEARCHER, path).status()).isEqualTo(404);
        String page = dataSets.of(slug).get("page_url").asString();
        assertThat(api.getAs(ANONYMOUS, page, "text/html").status()).isEqualTo(404);
        assertThat(api.post(CONTRIBUTOR, path + "publish/", Map.of()).status()).isBetween(400, 409);

        api.post(STAFF, path + "approve/", Map.of()).success();
        api.post(CONTRIBUTOR, path + "publish/", Map.of()).success();
        JsonNode doi = dataSets.awaitPublished(slug, BOUND);

        assertThat(doi.get("images_count").asInt()).isEqualTo(SIZE);
        assertThat(doi.get("lesions_count").asInt()).isEqualTo(SIZE / 2);
        Eventually.until(
                "everybody finds the members",
                () -> images.stream().allMatch(id -> api.count(ANONYMOUS, "isic_id:" + id) == 1));
        JsonNode opened =
                api.get(ANONYMOUS, "/api/v2/collections/" + collection + "/").success();
        Eventually.await(
                "the collection shows its DOI",
                () -> assertThat(api.get(ANONYMOUS, "/api/v2/collections/" + collection + "/")
                                .success()
                                .get("doi")
                                .asString())
                        .isEqualTo(doi.get("doi").asString()));
        assertThat(opened.get("locked").asBoolean()).isTrue();

        byte[] bundle = bundle(doi);
        Map<String, byte[]> entries = entries(bundle);
        assertThat(entries).containsKeys("metadata.csv", "attribution.txt", "licenses/CC-0.txt", "manifest-sha256.txt");
        assertThat(entries.keySet().stream().filter(name -> name.startsWith("images/")))
                .containsExactlyElementsOf(
                        images.stream().map(id -> "images/" + id + ".jpg").toList());
        for (String line :
                new String(entries.get("manifest-sha256.txt")).lines().toList()) {
            assertThat(sha256(entries.get(line.substring(66)))).as(line).isEqualTo(line.substring(0, 64));
        }

        assertThat(dataSets.isAlikeWhenRebuilt(archive, doi)).isTrue();

        api.post(STAFF, "/api/v2/images/withdraw/", Map.of("isic_id", images.getFirst(), "reason", "consent withdrawn"))
                .success();
        Eventually.until("it is gone", () -> api.count(STAFF, "isic_id:" + images.getFirst()) == 0);
        assertThat(bundle(dataSets.of(slug))).isEqualTo(bundle);
        assertThat(dataSets.of(slug).get("images_count").asInt()).isEqualTo(SIZE);
    }

    @Test
    void describesThePublishedSetToPeopleAndMachines() {
        String slug = dataSets.draft(STAFF, dataSets.collection(STAFF, "Described", images.subList(0, 3)));
        dataSets.publish(slug).success();
        JsonNode doi = dataSets.awaitPublished(slug, BOUND);
        String page = doi.get("page_url").asString();
        String name = doi.get("doi").asString();
        Answer html = api.getAs(ANONYMOUS, page, "text/html");
        assertThat(html.status()).isEqualTo(200);
        assertThat(html.text())
                .contains("<h1", doi.get("title").asString(), name, "application/ld+json")
                .contains(DataSets.file(doi, "bundle").get("sha256").asString());
        JsonNode jsonLd = api.getAs(ANONYMOUS, page, "application/ld+json").success();
        assertThat(jsonLd.get("@type").asString()).isEqualTo("Dataset");
        assertThat(jsonLd.get("distribution")).isNotEmpty();
        assertThat(api.getAs(ANONYMOUS, page, "application/vnd.datacite.datacite+json")
                        .text())
                .contains(name);
        assertThat(api.getAs(ANONYMOUS, page, "application/x-bibtex").text()).startsWith("@");
        assertThat(api.getAs(ANONYMOUS, "/doi/" + slug + "/", "text/html").status())
                .isEqualTo(302);
        assertThat(api.all(ANONYMOUS, DOIS).stream().map(d -> d.get("slug").asString()))
                .contains(slug);
    }

    @Test
    void refusesWhatCannotBecomeADataSet() {
        long collection = dataSets.collection(STAFF, "Refused", images.subList(0, 2));
        refused(400, RESEARCHER, Map.of("collection_id", 9_999_999, "description", "x"), 404, 403);
        refused(422, STAFF, Map.of("collection_id", "x", "description", "x"));
        refused(422, STAFF, Map.of("description", "x"));
        String slug = dataSets.draft(STAFF, collection);
        refused(400, STAFF, Map.of("collection_id", collection, "description", "again"));
        api.delete(STAFF, DOIS + slug + "/");
        Eventually.until(
                "the collection is free again",
                () -> !api.get(STAFF, "/api/v2/collections/" + collection + "/")
                        .success()
                        .get("locked")
                        .asBoolean());
        var wrong = Map.of("relation_type", "Likes", "related_identifier_type", "DOI", "related_identifier", "10.1/x");
        refused(
                422,
                STAFF,
                Map.of("collection_id", collection, "description", "x", "related_identifiers", List.of(wrong)),
                400);
    }

    private void refused(int status, Person who, Map<String, Object> body, Integer... others) {
        Answer answer = api.post(who, DOIS, body);
        var allowed = new ArrayList<>(List.of(others));
        allowed.add(status);
        assertThat(answer.status()).as(answer.text()).isIn(allowed);
        assertThat(answer.text()).containsAnyOf("message", "error", "detail");
    }

    /** Twice the same bytes, and those that the page promises. */
    private byte[] bundle(JsonNode doi) throws Exception {
        JsonNode file = DataSets.file(doi, "bundle");
        String url = file.get("url").asString();
        byte[] first = api.get(ANONYMOUS, url).body();
        assertThat(api.get(ANONYMOUS, url).body()).isEqualTo(first);
        assertThat(first).hasSize(file.get("size").asInt());
        assertThat(sha256(first)).isEqualTo(file.get("sha256").asString());
        return first;
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
