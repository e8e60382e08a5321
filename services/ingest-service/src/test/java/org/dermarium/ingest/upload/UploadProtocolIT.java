package org.dermarium.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.LesionImages;
import org.dermarium.testkit.TestTokens;
import org.junit.jupiter.api.Test;

class UploadProtocolIT extends IngestCase {

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
        assertThat(begin(OWNER, IMAGE, "a.jpg", 65L << 20)
                        .expect(400)
                        .get("file_size")
                        .get(0)
                        .asString())
                .contains("bytes");
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
