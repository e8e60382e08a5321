package org.dermarium.ingest.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ZipUploadIT extends IngestCase {

    @Autowired
    private ZipUploads zips;

    private static byte[] zip(int images) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < images; i++) {
                zip.putNextEntry(new ZipEntry("pictures/image" + i + ".jpg"));
                zip.write(LesionImages.jpeg(i, 64, 48));
            }
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void makesEveryFileAnAccession() throws IOException {
        long cohort = cohort();
        byte[] file = zip(20);
        long id = zip(cohort, "pictures.zip", file);
        var answer = awaitStatus(OWNER, "/api/v2/zip-uploads/" + id + "/", List.of("extracted", "failed"));
        assertThat(answer.get("accessions").asInt()).isEqualTo(21);
        Eventually.await(
                "all are processed",
                () -> assertThat(get(OWNER, "/api/v2/cohorts/" + cohort + "/progress/")
                                .body()
                                .toString())
                        .contains("\"processing\":0", "\"skipped\":1", "\"awaiting_review\":20"));

        var page = get(OWNER, "/api/v2/cohorts/" + cohort + "/accessions/?limit=15")
                .expect(200);
        assertThat(page.get("count").asInt()).isEqualTo(21);
        assertThat(page.get("results").get(0).get("file_name").asString()).isEqualTo("readme.txt");
        String next = page.get("next").asString();
        var rest = get(OWNER, next.substring(next.indexOf("/api"))).expect(200);
        assertThat(rest.get("results").size()).isEqualTo(6);

        var again = awaitStatus(
                OWNER, "/api/v2/zip-uploads/" + zip(cohort, "again.zip", file) + "/", List.of("extracted", "failed"));
        assertThat(again.get("status").asString()).isEqualTo("failed");
        assertThat(again.get("problems").size()).isEqualTo(21);
    }

    @Test
    void keepsTheObjectThatAnInstanceGivesUpWhichWasTakenForDead() throws IOException {
        long cohort = cohort();
        long id = zip(cohort, "pictures.zip", zip(3));
        awaitStatus(OWNER, "/api/v2/zip-uploads/" + id + "/", List.of("extracted"));
        ZipUpload taken = zips.find(id).block();

        zips.failed(taken, "The cohort has files of these names already.", List.of())
                .block();

        Eventually.until(
                "the janitor has looked at it",
                () -> count("select count(*) from stored_object where key = '" + taken.key() + "'") == 0);
        assertThat(isThere(taken.key())).isTrue();
        assertThat(zips.find(id).block().status()).isEqualTo("extracted");
    }

    @Test
    void publishesAtOnceWhenStaffWishSo() throws IOException {
        long cohort = cohort();
        String blob = upload(STAFF, ZIP, "at-once.zip", zip(3));
        post(STAFF, "/api/v2/zip-uploads/", Map.of("cohort", cohort, "blob", blob, "publish", "embargoed"))
                .expect(202);
        Eventually.await(
                "all are published",
                () -> assertThat(get(OWNER, "/api/v2/cohorts/" + cohort + "/progress/")
                                .get("published")
                                .asInt())
                        .isEqualTo(3));
        long first = count("select min(id) from accession where cohort = " + cohort);
        assertThat(event(EventType.IMAGE_PUBLISHED, first).state().isPublic()).isFalse();
    }
}
