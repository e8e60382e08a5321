package org.dermarium.ingest.original;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files as they were sent do not stay, and nothing stays of an image that was withdrawn. */
class OriginalsIT extends IngestCase {

    @Autowired
    private Originals originals;

    @Test
    void goWhenTheirTimeIsOver() {
        long id = accession(cohort(), "a.jpg", LesionImages.jpeg(1, 64, 48));
        awaitState(id, "awaiting_review");
        String original = text("select original_key from accession where id = " + id);
        String full = text("select full_key from accession where id = " + id);
        originals.giveUp();
        assertThat(isThere(original)).isTrue();

        settledLongAgo("id = " + id);
        originals.giveUp();

        Eventually.await(
                "the original goes", () -> assertThat(isThere(original)).isFalse());
        assertThat(isThere(full)).isTrue();
    }

    @Test
    void goWithTheLastFileOfTheirZip() throws Exception {
        long cohort = cohort();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 2; i++) {
                zip.putNextEntry(new ZipEntry("image" + i + ".jpg"));
                zip.write(LesionImages.jpeg(i, 64, 48));
            }
        }
        long zip = zip(cohort, "two.zip", bytes.toByteArray());
        awaitStatus(OWNER, "/api/v2/zip-uploads/" + zip + "/", List.of("extracted"));
        awaitNothingOnItsWay();
        String key = text("select object_key from zip_upload where id = " + zip);

        settledLongAgo("file_name = 'image0.jpg' and zip_upload = " + zip);
        originals.giveUp();
        Eventually.until(
                "the janitor has looked",
                () -> count("select count(*) from stored_object where key = '" + key + "'") == 0);
        assertThat(isThere(key)).isTrue();

        settledLongAgo("zip_upload = " + zip);
        originals.giveUp();
        Eventually.await("the ZIP goes", () -> assertThat(isThere(key)).isFalse());
    }

    @Test
    void goAtAWithdrawalWithEverythingElse() {
        long cohort = cohort();
        long id = accession(cohort, "a.jpg", LesionImages.jpeg(5, 64, 48));
        long other = accession(cohort, "b.jpg", LesionImages.jpeg(6, 64, 48));
        awaitState(id, "awaiting_review");
        awaitState(other, "awaiting_review");
        accept(cohort);
        publish(cohort, true);
        String isicId = published(id);
        published(other);
        var keys = List.of(
                text("select original_key from accession where id = " + id),
                text("select full_key from accession where id = " + id),
                text("select thumbnail_key from accession where id = " + id));

        post(STAFF, "/api/v2/images/withdraw/", Map.of("isic_id", isicId, "reason", "Consent was taken back."))
                .expect(200);

        Eventually.await("its objects go", () -> assertThat(keys).noneMatch(IngestCase::isThere));
        assertThat(isThere(text("select full_key from accession where id = " + other)))
                .isTrue();
    }

    private void settledLongAgo(String which) {
        db().sql("update accession set settled_at = now() - interval '31 days' where " + which)
                .then()
                .block();
    }
}
