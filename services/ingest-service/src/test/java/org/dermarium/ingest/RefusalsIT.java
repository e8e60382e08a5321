package org.dermarium.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.events.Image;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.file.MaliciousFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

/** Bad input: a clear word about what and why, nothing stored, the service unharmed. */
class RefusalsIT extends IngestCase {

    static Stream<Arguments> noImages() {
        return Stream.of(
                Arguments.of("letter.jpg", MaliciousFiles.notAnImage(), "Not an image"),
                Arguments.of("truncated.jpg", MaliciousFiles.truncatedJpeg(), "truncated"),
                Arguments.of("huge.png", MaliciousFiles.hugePixelHeader(), "10,000 x 100,000 pixels"));
    }

    @ParameterizedTest
    @MethodSource("noImages")
    void tellsTheSenderWhyAFileIsSkipped(String name, byte[] file, String reason) {
        long cohort = cohort();
        long id = accession(cohort, name, file);
        assertThat(awaitState(id, "skipped").get("reason").asString()).contains(reason);
        assertThat(isolation().topics().read(Image.class))
                .noneMatch(event -> event.state().id() == id);
    }

    static Stream<Arguments> badZips() {
        return Stream.of(
                Arguments.of("traversal.zip", MaliciousFiles.zipTraversal(), "leads out of the ZIP"),
                Arguments.of("encrypted.zip", MaliciousFiles.encryptedZip(), "encrypted"),
                Arguments.of("nested.zip", MaliciousFiles.nestedZip(), "ZIP inside the ZIP"),
                Arguments.of("bomb.zip", MaliciousFiles.zipBomb(100 << 20), "unpacks to more"));
    }

    @ParameterizedTest
    @MethodSource("badZips")
    void takesNothingOfABadZipAndNamesTheFile(String name, byte[] file, String reason) {
        long cohort = cohort();
        var answer = awaitStatus(
                OWNER, "/api/v2/zip-uploads/" + zip(cohort, name, file) + "/", List.of("failed", "extracted"));
        assertThat(answer.get("status").asString()).isEqualTo("failed");
        assertThat(answer.get("reason").asString()).startsWith("Nothing of the ZIP was taken");
        assertThat(answer.get("problems").toString()).contains(reason);
        assertThat(count("select count(*) from accession where cohort = " + cohort))
                .isZero();
    }

    static Stream<Arguments> badTables() {
        return Stream.of(
                Arguments.of(MaliciousFiles.csvWrongEncoding("a.jpg"), "UTF-8"),
                Arguments.of(
                        "filename,sex\na.jpg,unknown-enum\n".getBytes(UTF_8), "Input should be 'male' or 'female'"),
                Arguments.of("filename,sex\nb.jpg,male\n".getBytes(UTF_8), "Encountered unknown images"),
                Arguments.of("file,sex\na.jpg,male\n".getBytes(UTF_8), "filename column"),
                Arguments.of(MaliciousFiles.csvNotANumber("a.jpg"), "age"));
    }

    @ParameterizedTest
    @MethodSource("badTables")
    void appliesNothingOfABadTable(byte[] csv, String reason) {
        long cohort = cohort();
        accession(cohort, "a.jpg", LesionImages.jpeg(1, 64, 48));
        var report = metadataFile(OWNER, cohort, csv);
        assertThat(report.get("status").asString()).isEqualTo("invalid");
        assertThat(report.get("problems").toString()).contains(reason);
        post(OWNER, "/api/v2/metadata-files/" + report.id() + "/update_metadata/", Map.of())
                .expect(409);
        assertThat(count(
                        "select count(*) from metadata_version v join accession a on a.id = v.accession where cohort = "
                                + cohort))
                .isZero();
    }

    @Test
    void listsUnknownColumnsAsUnstructured() {
        long cohort = cohort();
        accession(cohort, "a.jpg", LesionImages.jpeg(1, 64, 48));
        var report = metadataFile(OWNER, cohort, "filename,colour\na.jpg,blue\n".getBytes(UTF_8));
        assertThat(report.get("status").asString()).isEqualTo("valid");
        assertThat(report.get("unstructured_columns").toString()).isEqualTo("[\"colour\"]");
    }

    @Test
    void hidesOtherPeoplesThings() {
        long cohort = cohort();
        long id = accession(cohort, "mine.jpg", LesionImages.jpeg(1, 64, 48));
        for (String path : List.of(
                "/api/v2/cohorts/" + cohort + "/",
                "/api/v2/cohorts/" + cohort + "/accessions/",
                "/api/v2/cohorts/" + cohort + "/progress/",
                "/api/v2/cohorts/" + cohort + "/events/",
                "/api/v2/accessions/" + id + "/",
                "/api/v2/cohorts/999999999/")) {
            assertThat(get(STRANGER, path).expect(404).get("detail").asString()).isEqualTo("Not Found");
            get(ANYBODY, path).expect(401);
        }
        add(STRANGER, cohort, upload(STRANGER, IMAGE, "b.jpg", LesionImages.jpeg(2, 64, 48)), Map.of())
                .expect(404);
        assertThat(get(STRANGER, "/api/v2/cohorts/").expect(200).get("count").asLong())
                .isZero();
    }

    @Test
    void leavesToStaffWhatIsTheirs() {
        long cohort = cohort();
        post(OWNER, "/api/v2/cohorts/" + cohort + "/review/", Map.of("value", true))
                .expect(401);
        post(OWNER, "/api/v2/cohorts/" + cohort + "/publish/", Map.of("public", true))
                .expect(401);
        post(OWNER, "/api/v2/images/release/", Map.of("isic_ids", List.of())).expect(401);
        post(OWNER, "/api/v2/images/withdraw/", Map.of("isic_id", "ISIC_0000001", "reason", "x"))
                .expect(401);
        post(OWNER, "/api/v2/accessions/create-review-bulk/", List.of()).expect(401);
        String blob = upload(OWNER, IMAGE, "c.jpg", LesionImages.jpeg(3, 64, 48));
        add(OWNER, cohort, blob, Map.of("publish", "public")).expect(403);
        add(OWNER, cohort, blob, Map.of("isic_id", "ISIC_0000001")).expect(403);
    }

    @Test
    void refusesBodiesThatAreNoRequests() {
        long cohort = cohort();
        var missing = post(OWNER, "/api/v2/accessions/", Map.of()).expect(422);
        assertThat(missing.body().toString()).contains("\"cohort\"", "\"original_blob\"", "Field required");
        assertThat(post(OWNER, "/api/v2/accessions/", Map.of("cohort", cohort, "original_blob", "x", "y", 1))
                        .expect(422)
                        .body()
                        .toString())
                .contains("extra_forbidden");
        assertThat(post(OWNER, "/api/v2/contributors/", Map.of())
                        .expect(422)
                        .body()
                        .toString())
                .contains("institution_name", "legal_contact_info");
        post(
                        OWNER,
                        "/api/v2/cohorts/",
                        Map.of(
                                "contributor",
                                1,
                                "name",
                                "x",
                                "default_copyright_license",
                                "GPL",
                                "default_attribution",
                                "y"))
                .expect(422);
        get(OWNER, "/api/v2/cohorts/" + cohort + "/accessions/?state=lost").expect(422);
        get(OWNER, "/api/v2/cohorts/?cursor=forged").expect(422);
        get(OWNER, "/api/v2/autocomplete/cohort/?query=ab").expect(422);
        get(ANYBODY, "/api/v2/autocomplete/cohort/").expect(401);
        send(HttpMethod.DELETE, STAFF, "/api/v2/metadata-files/999999/", null).expect(404);
    }

    @Test
    void refusesMetadataThatIsWrongWithTheImage() {
        long cohort = cohort();
        String blob = upload(OWNER, IMAGE, "d.jpg", LesionImages.jpeg(4, 64, 48));
        var refusal = add(OWNER, cohort, blob, Map.of("metadata", Map.of("sex", "both", "age", -1)))
                .expect(400);
        assertThat(refusal.get("message").asString()).isEqualTo("Invalid metadata.");
        assertThat(refusal.get("errors").size()).isEqualTo(2);
        assertThat(count("select count(*) from accession where cohort = " + cohort))
                .isZero();
        add(OWNER, cohort, blob, Map.of("metadata", Map.of("sex", "male"))).expect(201);
        add(OWNER, cohort, blob, Map.of()).expect(409);
        String namesake = upload(OWNER, IMAGE, "d.jpg", LesionImages.jpeg(5, 64, 48));
        assertThat(add(OWNER, cohort, namesake, Map.of())
                        .expect(400)
                        .get("message")
                        .asString())
                .isEqualTo("An accession with this name already exists.");
    }

    @Test
    void survivesValuesThatNobodyExpects() {
        long cohort = cohort();
        String nul = "a\0b";
        post(STAFF, "/api/v2/accessions/create-review-bulk/", "[null]").expect(422);
        post(STAFF, "/api/v2/accessions/create-review-bulk/", "[{\"id\":999999999,\"value\":true}]")
                .expect(201);
        assertThat(post(STAFF, "/api/v2/images/release/", "{\"isic_ids\":[\"x\",\"y\"]}")
                        .expect(200)
                        .get("unknown")
                        .size())
                .isEqualTo(2);
        post(STAFF, "/api/v2/images/release/", "{\"isic_ids\":[\"\\u0000\"]}").expect(422);
        post(STAFF, "/api/v2/images/withdraw/", Map.of("isic_id", nul, "reason", "x"))
                .expect(422);
        post(STAFF, "/api/v2/images/withdraw/", Map.of("isic_id", "ISIC_0000001", "reason", nul))
                .expect(422);
        get(OWNER, "/api/v2/autocomplete/cohort/?query=%00abc").expect(422);
        post(OWNER, "/api/v2/contributors/", Map.of("institution_name", nul, "legal_contact_info", "x"))
                .expect(422);
        post(OWNER, "/api/v2/contributors/", "").expect(400);
        post(OWNER, "/api/v2/contributors/", "{").expect(400);
        post(OWNER, "/api/v2/contributors/", "[]").expect(422);
        post(OWNER, "/api/v2/s3-upload/finalize/", "{\"upload_signature\":null}")
                .expect(400);
        var contributor = Map.of(
                "institution_name", "a\u202Eb",
                "legal_contact_info", "x",
                "institution_url", "javascript:alert(1)",
                "default_attribution", "a\nb");
        assertThat(post(OWNER, "/api/v2/contributors/", contributor)
                        .expect(422)
                        .get("detail")
                        .size())
                .isEqualTo(3);
        get(OWNER, "/api/v2/cohorts/notanumber/").expect(422);
        String blob = upload(OWNER, IMAGE, "nul.jpg", LesionImages.jpeg(5, 64, 48));
        add(OWNER, cohort, blob, Map.of("metadata", Map.of("note", nul))).expect(422);
        Map<String, Object> endless =
                Map.of("metadata", Map.of("lesion_id", "x".repeat(8_000), "note", "y".repeat(20_000)));
        assertThat(add(OWNER, cohort, blob, endless).expect(400).toString())
                .contains("lesion_id", "255 characters", "note", "10,000 characters");
        add(OWNER, cohort, blob, Map.of("metadata", Map.of("note", List.of(1, Map.of()))))
                .expect(201);
    }
}
