package org.dermarium.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An image's whole way over HTTP: upload, review, publication, search, download. */
@ExtendWith(WholeArchive.class)
@Order(10)
class UploadJourneyIT {

    private static final Duration VISIBLE = Duration.ofSeconds(2);

    private final Api api;

    UploadJourneyIT(Api api) {
        this.api = api;
    }

    @Test
    void bringsAnImageFromUploadToDownload() throws IOException {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Journey");
        byte[] photograph =
                LesionImages.withExif(LesionImages.jpeg(41, 320, 240), 6, new LesionImages.Gps(48.2, 16.37));
        long accession = cohort.addImage(
                        CONTRIBUTOR,
                        "mole.jpg",
                        photograph,
                        Map.of("metadata", Map.of("age", "47", "diagnosis", "Nevus")))
                .success()
                .get("id")
                .asLong();
        assertThat(cohort.processed(accession).get("state").asString()).isEqualTo("awaiting_review");
        cohort.publishAll(true, 1);
        String isicId = cohort.accessions().get("mole.jpg").get("isic_id").asString();
        Eventually.await(
                "the image is found",
                VISIBLE,
                () -> assertThat(api.search(ANONYMOUS, "isic_id:" + isicId)).containsExactly(isicId));
        Eventually.until("the catalogue has it", VISIBLE, () -> image(isicId).status() == 200);
        checkImage(image(isicId).json());
        checkFile(image(isicId).json().at("/files/full"));
    }

    @Test
    void takesZipsOfImagesAndTheirMetadata() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Zip");
        JsonNode report = cohort.addZip("batch.zip", Cohorts.zip(List.of("a.jpg", "b.jpg", "c.jpg"), 96, 64));
        assertThat(report.get("status").asString()).isEqualTo("extracted");
        assertThat(report.get("accessions").asInt()).isEqualTo(3);
        Cohorts.describe(
                cohort,
                CONTRIBUTOR,
                "filename,sex,lesion_id,note\na.jpg,male,L1,left arm\nb.jpg,female,L2,\nc.jpg,male,L1,\n");
        cohort.publishAll(true, 3);
        Map<String, JsonNode> accessions = cohort.accessions();
        String first = accessions.get("a.jpg").get("isic_id").asString();
        String third = accessions.get("c.jpg").get("isic_id").asString();
        Eventually.until(
                "the catalogue has them",
                () -> image(third).status() == 200 && image(first).status() == 200);
        String lesion = image(first).json().at("/metadata/clinical/lesion_id").asString();
        assertThat(lesion).matches("IL_\\d{7}");
        Eventually.await(
                "the lesion's images are found",
                () -> assertThat(api.search(ANONYMOUS, "lesion_id:" + lesion)).containsExactlyInAnyOrder(first, third));
        assertThat(image(first).text()).doesNotContain("left arm", "a.jpg", "L1");
    }

    @Test
    void publishesForStaffAtOnceUnderAKeptId() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Takeover");
        Map<String, Object> kept = Map.of("publish", "public", "isic_id", "ISIC_9700001");
        cohort.addImage(STAFF, "kept.jpg", LesionImages.jpeg(7, 96, 64), kept).success();
        Eventually.await(
                "the image is found",
                () -> assertThat(api.search(ANONYMOUS, "isic_id:ISIC_9700001")).hasSize(1));
        Answer again = cohort.addImage(STAFF, "again.jpg", LesionImages.jpeg(8, 96, 64), kept);
        assertThat(again.status()).as(again.text()).isBetween(400, 499);
    }

    private Answer image(String isicId) {
        return api.get(ANONYMOUS, "/api/v2/images/" + isicId + "/");
    }

    private static void checkImage(JsonNode image) {
        assertThat(image.at("/metadata/clinical/age_approx").asInt()).isEqualTo(45);
        assertThat(image.at("/metadata/clinical/diagnosis_3").asString()).isEqualTo("Nevus");
        assertThat(image.at("/metadata/acquisition/pixels_x").asInt())
                .as("upright")
                .isEqualTo(240);
        assertThat(image.at("/metadata/acquisition/pixels_y").asInt()).isEqualTo(320);
        assertThat(image.get("copyright_license").asString()).isEqualTo("CC-0");
        assertThat(image.toString()).doesNotContain("mole.jpg", "\"age\"");
    }

    private void checkFile(JsonNode file) throws IOException {
        Answer download = api.send(
                HttpRequest.newBuilder(api.uri(file.get("url").asString())).build());
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.body()).hasSize(file.get("size").asInt());
        assertThat(new String(download.body(), ISO_8859_1)).doesNotContain("Exif", "GPS");
        assertThat(ImageIO.read(new ByteArrayInputStream(download.body())).getHeight())
                .isEqualTo(320);
        Answer part = api.send(HttpRequest.newBuilder(api.uri(file.get("url").asString()))
                .header("Range", "bytes=10-19")
                .build());
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).hasSize(10);
    }
}
