package org.dermarium.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.LesionImages;
import tools.jackson.databind.JsonNode;

/** A cohort of the contributor, and the steps of its images. */
record Cohort(Api api, Person owner, long id) {

    private static final Duration BOUND = Duration.ofMinutes(2);

    static Cohort make(Api api, Person owner, String name) {
        String unique =
                name + " " + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000), 36);
        var defaults = Map.of("default_copyright_license", "CC-0", "default_attribution", "Test clinic");
        var contributor = new HashMap<String, Object>(defaults);
        contributor.put("institution_name", unique + " clinic");
        contributor.put("institution_url", "https://clinic.example.org");
        contributor.put("legal_contact_info", "legal@example.org");
        long contributorId = api.post(owner, "/api/v2/contributors/", contributor)
                .success()
                .get("id")
                .asLong();
        var cohort = new HashMap<String, Object>(defaults);
        cohort.put("contributor", contributorId);
        cohort.put("name", unique);
        return new Cohort(
                api,
                owner,
                api.post(owner, "/api/v2/cohorts/", cohort).success().get("id").asLong());
    }

    /** Brings in one file as an image. */
    Answer addImage(Person who, String fileName, byte[] content, Map<String, Object> more) {
        String type = fileName.endsWith(".png") ? "image/png" : "image/jpeg";
        var body = new HashMap<String, Object>(more);
        body.put("cohort", id);
        body.put("original_blob", new Upload(api, who).send(Upload.IMAGE, fileName, type, content));
        return api.post(who, "/api/v2/accessions/", body);
    }

    /** An accession after its processing, whatever became of it. */
    JsonNode processed(long accession) {
        String path = "/api/v2/accessions/" + accession + "/";
        Eventually.until(
                "accession " + accession + " is processed",
                BOUND,
                () -> !state(path).equals("processing"));
        return api.get(owner, path).success();
    }

    /** @return the report when the archive has finished with the ZIP */
    JsonNode addZip(String fileName, byte[] zip) {
        String blob = new Upload(api, owner).send(Upload.ZIP, fileName, "application/zip", zip);
        long upload = api.post(owner, "/api/v2/zip-uploads/", Map.of("cohort", id, "blob", blob))
                .success()
                .get("id")
                .asLong();
        return settled("/api/v2/zip-uploads/" + upload + "/", Set.of("extracted", "failed"));
    }

    /** @return the report of the check */
    JsonNode addMetadata(Person who, byte[] csv) {
        String blob = new Upload(api, who).send(Upload.METADATA, "metadata.csv", "text/csv", csv);
        long file = api.post(who, "/api/v2/metadata-files/", Map.of("cohort", id, "blob", blob))
                .success()
                .get("id")
                .asLong();
        return settled("/api/v2/metadata-files/" + file + "/", Set.of("valid", "invalid", "failed"));
    }

    void applyMetadata(Person who, String csv) {
        JsonNode report = addMetadata(who, csv.getBytes(UTF_8));
        if (!report.get("status").asString().equals("valid")) {
            throw new AssertionError(report);
        }
        String path = "/api/v2/metadata-files/" + report.get("id").asLong() + "/";
        api.post(who, path + "update_metadata/", Map.of()).success();
        settled(path, Set.of("applied", "failed"));
    }

    /** Accepts everything that waits, and publishes it. */
    void publish(Boolean isPublic, int expected) {
        Eventually.until("all images are processed", BOUND, () -> progress("processing") == 0);
        api.post(Person.STAFF, path("review/"), Map.of("value", true)).success();
        Eventually.until("all images are accepted", BOUND, () -> progress("awaiting_review") == 0);
        var body = new HashMap<String, Object>();
        body.put("public", isPublic);
        api.post(Person.STAFF, path("publish/"), body).success();
        Eventually.until("all images are published", BOUND, () -> progress("published") == expected);
    }

    int progress(String state) {
        return api.get(owner, path("progress/")).success().get(state).asInt();
    }

    /** File name to accession. */
    Map<String, JsonNode> accessions() {
        var byName = new HashMap<String, JsonNode>();
        for (JsonNode accession : api.all(Person.STAFF, path("accessions/?limit=100"))) {
            if (byName.put(accession.get("file_name").asString(), accession) != null) {
                throw new AssertionError(accession.get("file_name") + " is there twice");
            }
        }
        return byName;
    }

    static byte[] zip(List<String> names, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(LesionImages.jpeg(name.hashCode(), width, height));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private JsonNode settled(String path, Set<String> ends) {
        Eventually.until(
                path + " is settled",
                BOUND,
                () -> ends.contains(api.get(owner, path).success().get("status").asString()));
        return api.get(owner, path).success();
    }

    private String state(String path) {
        return api.get(owner, path).success().get("state").asString();
    }

    private String path(String end) {
        return "/api/v2/cohorts/" + id + "/" + end;
    }
}
