package org.dermarium.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.server.TestTokens;
import org.junit.jupiter.api.Test;

class UploadProtocolIT extends IngestCase {

    private static final int MIB = 1 << 20;
    private static final byte[] FILE = LesionImages.jpeg(1, 64, 48);

    @Test
    void asksWhoItIs() {
        for (String token : List.of(
                ANYBODY,
                TestTokens.shared().expired(7, "owner@example.org"),
                TestTokens.shared().forged(7))) {
            begin(token, IMAGE, "a.jpg", 5).expect(401);
            post(token, "/api/v2/accessions/", Map.of()).expect(401);
            get(token, "/api/v2/cohorts/").expect(401);
        }
    }

    @Test
    void namesEveryFieldThatIsMissingOrOutOfBounds() {
        var missing =
                post(OWNER, "/api/v2/s3-upload/upload-initialize/", Map.of()).expect(400);
        assertThat(missing.body().propertyNames())
                .containsExactlyInAnyOrder("field_id", "file_name", "file_size", "content_type");
        assertThat(begin(OWNER, "core.User.avatar", "a.jpg", 5)
                        .expect(400)
                        .get("field_id")
                        .get(0)
                        .asString())
                .contains("Invalid field ID");
        assertThat(begin(OWNER, IMAGE, "../a.jpg", 5).expect(400).body().propertyNames())
                .containsExactly("file_name");
        assertThat(begin(OWNER, IMAGE, "a.jpg", 0).expect(400).body().propertyNames())
                .containsExactly("file_size");
        assertThat(begin(OWNER, IMAGE, "a.jpg", 21L << 30)
                        .expect(400)
                        .get("file_size")
                        .get(0)
                        .asString())
                .contains("bytes");
    }

    @Test
    void takesAnImageInManyParts() {
        byte[] file = Arrays.copyOf(FILE, 64 * MIB + 1);
        var begun = begin(OWNER, IMAGE, "mosaic.tif", file.length).expect(200);
        assertThat(begun.get("parts").size()).isEqualTo(2);
        complete(OWNER, begun, file);
        String value = finish(OWNER, begun).expect(200).get("field_value").asString();

        long id = add(OWNER, cohort(), value, Map.of()).expect(201).id();

        // How much can be decoded depends on the memory there is.
        Eventually.await(
                "the accession is processed",
                () -> assertThat(one(id).get("state").asString()).isIn("awaiting_review", "skipped"));
        assertThat(count("select original_size from accession where id = " + id))
                .isEqualTo(file.length);
    }

    @Test
    void takesNamesOfEveryLengthThatIsPromised() {
        String name = "ä".repeat(251) + ".jpg";
        String value = upload(OWNER, IMAGE, name, FILE);
        long id = add(OWNER, cohort(), value, Map.of()).expect(201).id();
        assertThat(awaitState(id, "awaiting_review").get("file_name").asString())
                .isEqualTo(name);
    }

    @Test
    void boundsWhatOneUserBeginsAndDoesNotRegister() {
        String user = TestTokens.shared().member(77, "collector@example.org");
        for (int i = 0; i < 5; i++) {
            begin(user, ZIP, "large.zip", 20L << 30).expect(200);
        }
        var refused = begin(user, IMAGE, "one-more.jpg", 5L << 30).expect(429);
        assertThat(refused.get("message").asString()).contains("5 uploads", "may wait", "forgotten at");
        begin(OWNER, IMAGE, "a.jpg", FILE.length).expect(200);
    }

    @Test
    void countsNothingThatIsRegistered() {
        String user = TestTokens.shared().member(7, "owner@example.org");
        long before = count("select count(*) from stored_object where uploader = 7");
        long id = add(user, cohort(), upload(user, IMAGE, "registered.jpg", FILE), Map.of())
                .expect(201)
                .id();
        assertThat(count("select count(*) from stored_object where uploader = 7"))
                .isEqualTo(before);
        awaitState(id, "awaiting_review");
    }

    @Test
    void givesNoValueForAFileThatHasNotArrivedWhole() {
        var begun = begin(OWNER, IMAGE, "a.jpg", FILE.length).expect(200);
        assertThat(finish(OWNER, begun).expect(400).body().propertyNames()).containsExactly("upload_signature");
        var parts = List.of(Map.of("part_number", 1, "size", FILE.length + 1, "etag", "x"));
        assertThat(post(
                                OWNER,
                                "/api/v2/s3-upload/upload-complete/",
                                Map.of(
                                        "upload_signature",
                                                begun.get("upload_signature").asString(),
                                        "upload_id", begun.get("upload_id").asString(),
                                        "parts", parts))
                        .expect(400)
                        .body()
                        .propertyNames())
                .containsExactly("parts");
    }

    @Test
    void takesNoSignatureThatIsForgedForeignOrOfAnotherStage() {
        var begun = begin(OWNER, IMAGE, "a.jpg", FILE.length).expect(200);
        String signature = begun.get("upload_signature").asString();
        finish(STRANGER, begun).expect(400);
        post(OWNER, "/api/v2/s3-upload/finalize/", Map.of("upload_signature", signature + "x"))
                .expect(400);
        post(OWNER, "/api/v2/s3-upload/finalize/", Map.of("upload_signature", "x"))
                .expect(400);

        long cohort = cohort();
        String value = upload(OWNER, IMAGE, "stage.jpg", FILE);
        add(OWNER, cohort, signature, Map.of()).expect(422);
        add(OWNER, cohort, value + "x", Map.of()).expect(422);
        var refusal = add(STAFF, cohort, value, Map.of()).expect(422);
        assertThat(refusal.body().toString())
                .contains("[\"body\",\"payload\",\"original_blob\"]", "Invalid S3 file field value.");
        post(OWNER, "/api/v2/zip-uploads/", Map.of("cohort", cohort, "blob", value))
                .expect(422);
        assertThat(count("select count(*) from accession where cohort = " + cohort))
                .isZero();
    }
}
