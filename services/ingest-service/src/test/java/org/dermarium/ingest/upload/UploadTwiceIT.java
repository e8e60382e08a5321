package org.dermarium.ingest.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** An upload is one thing: whoever lost the answer asks again, and nothing is destroyed by that. */
class UploadTwiceIT extends IngestCase {

    private static final String ZIPS = "/api/v2/zip-uploads/";
    private static final String FILES = "/api/v2/metadata-files/";
    private static final int IMAGES = 12;

    @Test
    void makesOneZipUploadOfOneUpload() throws Exception {
        long cohort = cohort();
        String value = upload(OWNER, ZIP, "pictures.zip", zip());
        Supplier<Answer> ask =
                () -> post(OWNER, ZIPS, Map.of("cohort", cohort, "blob", value)).expect(202);
        long id = sameId(tenTimes(ask));
        assertThat(ask.get().id()).isEqualTo(id);
        awaitStatus(OWNER, ZIPS + id + "/", List.of("extracted"));
        assertThat(ask.get().id()).isEqualTo(id);

        Eventually.await(
                "all are processed, none fails",
                () -> assertThat(get(OWNER, "/api/v2/cohorts/" + cohort + "/progress/")
                                .get("awaiting_review")
                                .asInt())
                        .isEqualTo(IMAGES));
        assertThat(count("select count(*) from zip_upload where cohort = " + cohort))
                .isEqualTo(1);
        assertThat(isThere(ofZip(id))).isTrue();
    }

    @Test
    void keepsTheOriginalsOfAZipWhoseNamesAreSentAgain() throws Exception {
        long cohort = cohort();
        long first = zip(cohort, "pictures.zip", zip());
        awaitStatus(OWNER, ZIPS + first + "/", List.of("extracted"));
        long second = zip(cohort, "again.zip", zip());
        awaitStatus(OWNER, ZIPS + second + "/", List.of("failed"));
        String key = ofZip(second);
        Eventually.await("the refused ZIP goes", () -> assertThat(isThere(key)).isFalse());
        assertThat(isThere(ofZip(first))).isTrue();
    }

    @Test
    void makesOneAccessionOfOneUpload() throws Exception {
        long cohort = cohort();
        String value = upload(OWNER, IMAGE, "a.jpg", LesionImages.jpeg(1, 64, 48));
        Map<String, Object> metadata = Map.of("metadata", Map.of("sex", "male", "age", 40));
        Supplier<Answer> ask = () -> add(OWNER, cohort, value, metadata).expect(201);
        long id = sameId(tenTimes(ask));
        awaitState(id, "awaiting_review");
        assertThat(ask.get().id()).isEqualTo(id);
        assertThat(count("select count(*) from accession where cohort = " + cohort))
                .isEqualTo(1);
        assertThat(count("select count(*) from metadata_version where accession = " + id))
                .isEqualTo(1);
    }

    @Test
    void saysWhatAnUploadIsAlreadyWhenItIsToBecomeSomethingElse() throws Exception {
        long cohort = cohort();
        long other = cohort();
        String value = upload(OWNER, IMAGE, "a.jpg", LesionImages.jpeg(1, 64, 48));
        long id = add(OWNER, cohort, value, Map.of()).expect(201).id();
        assertThat(add(OWNER, other, value, Map.of()).expect(409).get("error").asString())
                .isEqualTo("This upload is accession " + id + " of cohort " + cohort + " already.");
        assertThat(add(OWNER, cohort, value, Map.of("metadata", Map.of("sex", "male")))
                        .expect(409)
                        .get("error")
                        .asString())
                .contains("accession " + id, "other values");
        awaitState(id, "awaiting_review");

        String zip = upload(OWNER, ZIP, "pictures.zip", zip());
        long zipId = post(OWNER, ZIPS, Map.of("cohort", cohort, "blob", zip))
                .expect(202)
                .id();
        assertThat(post(OWNER, ZIPS, Map.of("cohort", other, "blob", zip))
                        .expect(409)
                        .get("error")
                        .asString())
                .contains("ZIP upload " + zipId, "cohort " + cohort);
        post(OWNER, FILES, Map.of("cohort", cohort, "blob", zip)).expect(422);
        awaitStatus(OWNER, ZIPS + zipId + "/", List.of("extracted"));
    }

    @Test
    void tellsATakenNameOnlyOfAnotherUpload() {
        long cohort = cohort();
        byte[] file = LesionImages.jpeg(1, 64, 48);
        String value = upload(OWNER, IMAGE, "a.jpg", file);
        long id = add(OWNER, cohort, value, Map.of()).expect(201).id();
        String other = upload(OWNER, IMAGE, "a.jpg", file);
        assertThat(add(OWNER, cohort, other, Map.of())
                        .expect(400)
                        .get("message")
                        .asString())
                .isEqualTo("An accession with this name already exists.");
        assertThat(add(OWNER, cohort, value, Map.of()).expect(201).id()).isEqualTo(id);
        add(OWNER, cohort(), other, Map.of()).expect(201);
        awaitState(id, "awaiting_review");
    }

    @Test
    void makesOneMetadataFileOfOneUploadAndDeletesItsObjectWithIt() throws Exception {
        long cohort = cohort();
        accession(cohort, "a.jpg", LesionImages.jpeg(1, 64, 48));
        String value = upload(OWNER, METADATA, "m.csv", "filename,sex\na.jpg,male\n".getBytes(UTF_8));
        Supplier<Answer> ask = () ->
                post(OWNER, FILES, Map.of("cohort", cohort, "blob", value)).expect(202);
        long id = sameId(tenTimes(ask));
        var file = awaitStatus(OWNER, FILES + id + "/", List.of("valid"));
        assertThat(apply(OWNER, file).get("status").asString()).isEqualTo("applied");
        String key = text("select object_key from metadata_file where id = " + id);
        assertThat(isThere(key)).isTrue();

        send(HttpMethod.DELETE, STAFF, FILES + id + "/", null).expect(204);

        Eventually.await("its object goes", () -> assertThat(isThere(key)).isFalse());
        assertThat(post(OWNER, FILES, Map.of("cohort", cohort, "blob", value))
                        .expect(400)
                        .get("message")
                        .asString())
                .isEqualTo("The uploaded file is no longer there.");
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < IMAGES; i++) {
                zip.putNextEntry(new ZipEntry("image" + i + ".jpg"));
                zip.write(LesionImages.jpeg(i, 64, 48));
            }
        }
        return bytes.toByteArray();
    }

    private static List<Answer> tenTimes(Supplier<Answer> ask) throws Exception {
        var go = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                asked.add(pool.submit(() -> {
                    go.await();
                    return ask.get();
                }));
            }
            go.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static long sameId(List<Answer> answers) {
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        return answers.getFirst().id();
    }

    private String ofZip(long id) {
        return text("select object_key from zip_upload where id = " + id);
    }
}
