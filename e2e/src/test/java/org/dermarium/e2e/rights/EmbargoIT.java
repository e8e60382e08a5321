package org.dermarium.e2e.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.RESEARCHER;
import static org.dermarium.client.Person.STAFF;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.Facets;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A set of known rows, half of it embargoed: everybody sees exactly his part of it, whatever he asks. */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(12)
class EmbargoIT {

    private static final int SIZE = 120;
    private static final String PATIENT = "IP_9700001";
    private static final String ALL = "patient_id:" + PATIENT;

    private final Api api;
    private final List<Row> rows = new ArrayList<>();

    EmbargoIT(Api api) {
        this.api = api;
    }

    private record Row(String isicId, String sex, int age, String imageType, String diagnosis, boolean isPublic) {

        String csv(int i) {
            return String.join(
                    ",",
                    i + ".jpg",
                    isicId,
                    PATIENT,
                    "P",
                    sex,
                    Integer.toString(age),
                    imageType,
                    diagnosis,
                    isPublic ? "1" : "0");
        }
    }

    @BeforeAll
    void load() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Embargo");
        String[] sexes = {"male", "female", ""};
        String[] types = {"dermoscopic", "clinical: close-up"};
        String[] diagnoses = {"Nevus", "Basal cell carcinoma", "Blue nevus", ""};
        var csv = new StringBuilder(
                "filename,isic_id,public_patient_id,patient_id,sex,age,image_type,diagnosis,public\n");
        var names = new ArrayList<String>();
        for (int i = 0; i < SIZE; i++) {
            var row = new Row(
                    "ISIC_%07d".formatted(9_711_000 + i),
                    sexes[i % 3],
                    i % 90,
                    types[i / 7 % 2],
                    diagnoses[i / 5 % 4],
                    i % 2 == 0);
            rows.add(row);
            names.add(i + ".jpg");
            csv.append(row.csv(i)).append('\n');
        }
        cohort.addZip("embargo.zip", Cohorts.zip(names, 64, 48));
        Cohorts.describe(cohort, STAFF, csv.toString());
        cohort.publishAll(null, SIZE);
        Eventually.until("staff find all", () -> api.count(STAFF, ALL) == SIZE);
        Eventually.until(
                "the catalogue knows the last",
                () -> api.get(STAFF, "/api/v2/images/" + rows.getLast().isicId + "/")
                                .status()
                        == 200);
    }

    @Test
    void listsExactlyWhatEachMaySee() {
        assertThat(api.search(STAFF, ALL)).containsExactlyInAnyOrderElementsOf(ids(_ -> true));
        assertThat(api.search(CONTRIBUTOR, ALL)).containsExactlyInAnyOrderElementsOf(ids(_ -> true));
        for (Person stranger : List.of(ANONYMOUS, RESEARCHER)) {
            assertThat(api.search(stranger, ALL)).containsExactlyInAnyOrderElementsOf(ids(Row::isPublic));
            assertThat(api.count(stranger, ALL)).isEqualTo(SIZE / 2);
            assertThat(api.count(stranger, ALL + " public:false")).isZero();
        }
    }

    @Test
    void countsFacetsAsTheRowsDo() {
        for (Person person : List.of(STAFF, CONTRIBUTOR, RESEARCHER, ANONYMOUS)) {
            boolean sees = person == STAFF || person == CONTRIBUTOR;
            List<Row> visible =
                    rows.stream().filter(row -> sees || row.isPublic).toList();
            JsonNode facets = api.facets(person, ALL);
            assertThat(Facets.of(facets, "sex")).isEqualTo(Facets.count(visible, Row::sex));
            assertThat(Facets.of(facets, "image_type")).isEqualTo(Facets.count(visible, Row::imageType));
            assertThat(Facets.of(facets, "age_approx")).isEqualTo(Facets.count(visible, EmbargoIT::approximateAge));
            assertThat(Facets.of(facets, "diagnosis_1")).isEqualTo(Facets.count(visible, EmbargoIT::topDiagnosis));
            assertThat(facets.at("/sex/meta/missing_count").asInt()).isEqualTo((int)
                    visible.stream().filter(row -> row.sex.isEmpty()).count());
        }
    }

    @Test
    void sumsTheSizeOfWhatIsSeen() {
        for (Person person : List.of(STAFF, ANONYMOUS)) {
            long sum = api.all(person, Api.searchPath(ALL)).stream()
                    .mapToLong(image -> image.at("/files/full/size").asLong())
                    .sum();
            JsonNode size = api.get(person, "/api/v2/images/search/size/?query=" + Api.encoded(ALL))
                    .success();
            assertThat(size.get("size").asLong()).isEqualTo(sum);
        }
    }

    @Test
    void packsExactlyWhatEachMaySee() throws IOException {
        assertThat(zipped(ANONYMOUS)).isEqualTo(new HashSet<>(ids(Row::isPublic)));
        assertThat(zipped(CONTRIBUTOR)).isEqualTo(new HashSet<>(ids(_ -> true)));
    }

    @Test
    void hidesEmbargoedImagesOfAPrivateCollection() {
        long collection = api.post(
                        CONTRIBUTOR,
                        "/api/v2/collections/create-from-isic-ids/",
                        Map.of("name", "Embargo " + System.nanoTime(), "isic_ids", ids(_ -> true)))
                .success()
                .get("collection_id")
                .asLong();
        String path = Api.searchPath("") + "&collections=" + collection + "&limit=1";
        Eventually.await(
                "the collection is filled",
                () -> assertThat(api.get(CONTRIBUTOR, path)
                                .success()
                                .get("count")
                                .asInt())
                        .isEqualTo(SIZE));
        assertThat(api.get(ANONYMOUS, "/api/v2/collections/" + collection + "/").status())
                .isEqualTo(404);
        assertThat(api.get(ANONYMOUS, path).success().get("count").asInt()).isZero();
        assertThat(api.get(RESEARCHER, path).success().get("count").asInt()).isZero();
    }

    @Test
    void keepsEmbargoedImagesOutOfAPublicCollection() {
        long collection = api.post(
                        CONTRIBUTOR,
                        "/api/v2/collections/create-from-isic-ids/",
                        Map.of("name", "Open " + System.nanoTime(), "isic_ids", ids(Row::isPublic)))
                .success()
                .get("collection_id")
                .asLong();
        String path = "/api/v2/collections/" + collection + "/";
        String count = Api.searchPath("") + "&collections=" + collection + "&limit=1";
        Eventually.until(
                "the collection is filled",
                () -> api.get(CONTRIBUTOR, count).success().get("count").asInt() == SIZE / 2);
        api.post(CONTRIBUTOR, path + "set-public/", Map.of("public", true)).success();
        JsonNode summary = api.post(
                        CONTRIBUTOR, path + "populate-from-list/", Map.of("isic_ids", ids(row -> !row.isPublic)))
                .success();
        assertThat(summary.get("succeeded")).isEmpty();
        assertThat(summary.get("private_image_public_collection")).hasSize(SIZE / 2);
        Eventually.await(
                "everybody finds the open half",
                () -> assertThat(
                                api.get(ANONYMOUS, count).success().get("count").asInt())
                        .isEqualTo(SIZE / 2));
    }

    private Set<String> zipped(Person who) throws IOException {
        String url = api.post(who, "/api/v2/zip-download/url/", Map.of("query", ALL))
                .success()
                .asString();
        Answer download = api.get(ANONYMOUS, url);
        assertThat(download.status()).isEqualTo(200);
        var images = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(download.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("ISIC_")) {
                    assertThat(zip.readAllBytes()).as(entry.getName()).isNotEmpty();
                    images.add(entry.getName().replaceAll("\\..*", ""));
                }
            }
        }
        return images;
    }

    private List<String> ids(Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::isicId).toList();
    }

    private static String approximateAge(Row row) {
        return Integer.toString((Math.min(row.age, 85) + 2) / 5 * 5);
    }

    private static String topDiagnosis(Row row) {
        return switch (row.diagnosis) {
            case "" -> "";
            case "Basal cell carcinoma" -> "Malignant";
            default -> "Benign";
        };
    }
}
