package org.dermarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.STAFF;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipInputStream;
import org.dermarium.client.Api;
import org.dermarium.e2e.archive.DataSets;
import org.dermarium.e2e.archive.Facets;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.TreeLevels;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.SharedFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * MILK10k as its authors published it, every second image embargoed, in an archive of its own. It takes long, and
 * {@link ComparisonIT} checks the same rows, so it runs only on {@code -Ddermarium.e2e.milk10k=true}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(
        named = "dermarium.e2e.milk10k",
        matches = "true",
        disabledReason = "takes minutes; asked for by -Ddermarium.e2e.milk10k=true")
@Order(30)
class Milk10kIT {

    private static final Map<String, String> TOP_SITES = Map.of(
            "trunk", "Trunk",
            "head_neck_face", "Head and neck",
            "upper_extremity", "Upper extremity",
            "lower_extremity", "Lower extremity",
            "hand", "Upper extremity",
            "foot", "Lower extremity",
            "genital", "Anogenital region");

    private static final Duration FREEZING = Duration.ofMinutes(15);

    private RunningArchive archive;
    private Api api;
    private List<NamedCsvRecord> rows;
    private final Map<String, String> diagnoses = new HashMap<>();

    @BeforeAll
    void load() throws IOException {
        rows = read("data/milk10k/MILK10k_Training_Metadata.csv");
        read("data/milk10k/MILK10k_Training_Supplement.csv")
                .forEach(row -> diagnoses.put(row.getField("isic_id"), row.getField("diagnosis_full")));
        archive = RunningArchive.start("milk10k");
        api = archive.api();
        archive.seed(SharedFolder.file("data/milk10k").toString(), "--embargo-every", "2");
        Eventually.until("all are found", () -> api.count(STAFF, "") == rows.size());
    }

    @AfterAll
    void stop() {
        if (archive != null) {
            archive.close();
        }
    }

    @Test
    @Order(1)
    void countsEveryFacetAsTheFilesDo() throws IOException {
        check("sex", row -> row.getField("sex"));
        check("age_approx", row -> row.getField("age_approx"));
        check("image_type", row -> row.getField("image_type"));
        check("anatom_site_1", row -> TOP_SITES.getOrDefault(row.getField("site"), ""));
        for (int level = 1; level <= 3; level++) {
            Map<String, String> ancestors = TreeLevels.of("data/isic-dx.json", level);
            check("diagnosis_" + level, row -> ancestors.getOrDefault(diagnoses.get(row.getField("isic_id")), ""));
        }
    }

    @Test
    @Order(2)
    void keepsTheIdsOfImagesAndLesions() {
        assertThat(api.get(ANONYMOUS, "/api/v2/images/ISIC_8149219/")
                        .success()
                        .at("/metadata/clinical/lesion_id")
                        .asString())
                .isEqualTo("IL_0000652");
        assertThat(api.get(STAFF, "/api/v2/lesions/?limit=1")
                        .success()
                        .get("count")
                        .asInt())
                .isEqualTo((int) rows.stream()
                        .map(row -> row.getField("lesion_id"))
                        .distinct()
                        .count());
    }

    /** The DOI service has a heap of 256 MB. Half of the images are under embargo until then. */
    @Test
    @Order(3)
    void freezesTheWholeSetUnderOneDoi() throws Exception {
        var dataSets = new DataSets(api);
        List<String> all = rows.stream().map(row -> row.getField("isic_id")).toList();
        String slug = dataSets.draft(STAFF, dataSets.collection(STAFF, "MILK10k", all));
        dataSets.publish(slug).success();
        JsonNode doi = dataSets.awaitPublished(slug, FREEZING);
        assertThat(doi.get("images_count").asInt()).isEqualTo(rows.size());
        assertThat(api.count(ANONYMOUS, "")).isEqualTo(rows.size());
        JsonNode bundle = DataSets.file(doi, "bundle");
        for (int download = 0; download < 2; download++) {
            byte[] bytes = api.get(ANONYMOUS, bundle.get("url").asString()).body();
            assertThat(bytes).hasSize(bundle.get("size").asInt());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(bundle.get("sha256").asString());
            assertThat(images(bytes)).isEqualTo(rows.size());
        }
        assertThat(dataSets.isAlikeWhenRebuilt(archive, doi)).isTrue();
    }

    /** Reads the archive to its end, so that every checksum in it is looked at. */
    private static int images(byte[] archive) throws IOException {
        int images = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.transferTo(OutputStream.nullOutputStream());
                images += entry.getName().startsWith("images/") ? 1 : 0;
            }
        }
        return images;
    }

    private void check(String field, Function<NamedCsvRecord, String> value) {
        var open = new ArrayList<NamedCsvRecord>();
        for (int i = 0; i < rows.size(); i += 2) {
            open.add(rows.get(i));
        }
        assertThat(Facets.of(api.facets(STAFF, ""), field)).as(field).isEqualTo(Facets.count(rows, value));
        assertThat(Facets.of(api.facets(ANONYMOUS, ""), field)).as(field).isEqualTo(Facets.count(open, value));
    }

    private static List<NamedCsvRecord> read(String name) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(SharedFolder.file(name))) {
            return csv.stream().toList();
        }
    }
}
