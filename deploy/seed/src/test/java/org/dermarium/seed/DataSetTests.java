package org.dermarium.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.dermarium.seed.load.Csv;
import org.dermarium.seed.load.Picture;
import org.junit.jupiter.api.Test;

/** On the real tables, where their folder is found beside the project. */
class DataSetTests {

    private static final Path DATA =
            Path.of(System.getenv().getOrDefault("DERMARIUM_SHARED", "../../../shared"), "data");

    @Test
    void readsAllOfMilk10k() {
        assumeThat(DATA.resolve("milk10k")).exists();

        var pictures = Milk10k.read(DATA.resolve("milk10k"));

        assertThat(pictures).hasSize(10_480);
        assertThat(pictures.getFirst().fileName()).isEqualTo("ISIC_8149219.jpg");
        assertThat(pictures.getFirst().metadata())
                .containsEntry("isic_id", "ISIC_8149219")
                .containsEntry("public_lesion_id", "IL_0000652")
                .containsEntry("age", "70")
                .containsEntry("diagnosis", "Basal cell carcinoma")
                .containsEntry("anatom_site", "Head and neck")
                .containsEntry("copyright_license", "CC-BY-NC")
                .containsKey("MONET_hair");
    }

    @Test
    void embargoesEverySecondOrNone() {
        var pictures = DemoImages.painted("x", 6, 1);

        assertThat(Milk10kLoad.withEmbargo(pictures, 2))
                .extracting(p -> p.metadata().get("public"))
                .containsExactly("1", "0", "1", "0", "1", "0");
        assertThat(Milk10kLoad.withEmbargo(pictures, 0))
                .extracting(p -> p.metadata().get("public"))
                .containsOnly("1");
    }

    @Test
    void paintsTheComparisonSetInItsExactSizes() throws Exception {
        Path file = DATA.resolve("comparison-set.csv");
        assumeThat(file).exists();

        var rows = ComparisonSet.read(file);

        assertThat(rows).hasSize(10_480);
        var picture = rows.get(77).picture();
        var image = ImageIO.read(new ByteArrayInputStream(picture.bytes().get()));
        var cells = Csv.read(file).get(77);
        assertThat(image.getWidth() + "x" + image.getHeight())
                .isEqualTo(cells.get("pixels_x") + "x" + cells.get("pixels_y"));
        assertThat(picture.metadata()).doesNotContainKeys("i", "pixels_x", "blob_size", "cohort");
    }

    @Test
    void givesPatientsOneSexAndOneSkin() {
        var seen = new HashMap<String, Set<String>>();
        for (Picture picture : DemoImages.painted("x", 200, 9)) {
            var row = picture.metadata();
            seen.computeIfAbsent(row.get("patient_id"), p -> new HashSet<>())
                    .add(row.get("sex") + row.get("fitzpatrick_skin_type"));
        }

        assertThat(seen.values()).allSatisfy(s -> assertThat(s).hasSize(1));
    }

    @Test
    void hasTheFivePhotographs() {
        assertThat(DemoImages.photographs())
                .hasSize(5)
                .allSatisfy(p -> assertThat(p.bytes().get()).startsWith(0xFF, 0xD8));
    }
}
