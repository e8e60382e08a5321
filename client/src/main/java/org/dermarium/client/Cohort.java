package org.dermarium.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One cohort, and the steps that its images go through. */
public record Cohort(Api api, Person owner, long id) {

    private static final Duration BOUND = Duration.ofMinutes(20);
    private static final Set<String> UNPACKED = Set.of("extracted", "failed");
    private static final Set<String> CHECKED = Set.of("valid", "invalid", "failed");
    private static final Set<String> APPLIED = Set.of("applied", "failed");

    /** Brings in one file as an image. */
    public Answer addImage(Person who, String fileName, byte[] content, Map<String, ?> more) {
        String type = fileName.endsWith(".png") ? "image/png" : "image/jpeg";
        return addImage(who, new Upload(api, who).send(Upload.IMAGE, fileName, type, content), more);
    }

    /** Brings in what was uploaded already. */
    public Answer addImage(Person who, String blob, Map<String, ?> more) {
        return api.post(who, "/api/v2/accessions/", with(more, "original_blob", blob));
    }

    /** An accession after its processing, whatever became of it. */
    public JsonNode processed(long accession) {
        String path = "/api/v2/accessions/" + accession + "/";
        Patience.until(
                "accession " + accession + " is processed",
                BOUND,
                () -> !api.get(owner, path).success().get("state").asString().equals("processing"));
        return api.get(owner, path).success();
    }

    /** @return the report when the archive has finished with the ZIP */
    public JsonNode addZip(String fileName, byte[] zip) {
        return unpacked(sendZip(new Upload(api, owner).send(Upload.ZIP, fileName, "application/zip", zip), Map.of()));
    }

    /** @return the report when the archive has finished with the ZIP */
    public JsonNode addZip(Path zip) throws IOException {
        return unpacked(sendZip(new Upload(api, owner).send(Upload.ZIP, zip, "application/zip"), Map.of()));
    }

    /** @return what the archive says at once of a ZIP that was uploaded */
    public JsonNode sendZip(String blob, Map<String, ?> more) {
        return api.post(owner, "/api/v2/zip-uploads/", with(more, "blob", blob)).success();
    }

    private JsonNode unpacked(JsonNode zip) {
        return settled("/api/v2/zip-uploads/" + zip.get("id").asLong() + "/", UNPACKED);
    }

    /** @return the report of the check */
    public JsonNode addMetadata(Person who, byte[] csv) {
        return checked(who, new Upload(api, who).send(Upload.METADATA, "metadata.csv", "text/csv", csv));
    }

    /** @return the report of the check */
    public JsonNode addMetadata(Person who, Path csv) throws IOException {
        return checked(who, new Upload(api, who).send(Upload.METADATA, csv, "text/csv"));
    }

    private JsonNode checked(Person who, String blob) {
        JsonNode file = api.post(who, "/api/v2/metadata-files/", with(Map.of(), "blob", blob))
                .success();
        return settled("/api/v2/metadata-files/" + file.get("id").asLong() + "/", CHECKED);
    }

    /**
     * Applies metadata that was checked.
     *
     * @param report of the check
     * @throws Refused when the archive found something wrong
     */
    public void apply(Person who, JsonNode report) {
        String path = "/api/v2/metadata-files/" + report.get("id").asLong() + "/";
        require(report, "valid");
        api.post(who, path + "update_metadata/", Map.of()).success();
        require(settled(path, APPLIED), "applied");
    }

    /** Accepts everything that awaits review. */
    public void accept() {
        api.post(Person.STAFF, path("review/"), Map.of("value", true)).success();
    }

    /**
     * Publishes what is accepted.
     *
     * @param isPublic null leaves it to each image's {@code public} column
     * @param accessions null for all of the cohort
     */
    public void publish(@Nullable Boolean isPublic, @Nullable List<Long> accessions) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("public", isPublic);
        if (accessions != null) {
            body.put("accessions", accessions);
        }
        api.post(Person.STAFF, path("publish/"), body).success();
    }

    /** Waits for processing, accepts everything, publishes it, and waits until so many are published. */
    public void publishAll(@Nullable Boolean isPublic, int expected) {
        Patience.until("all images are processed", BOUND, () -> progress("processing") == 0);
        accept();
        Patience.until("all images are accepted", BOUND, () -> progress("awaiting_review") == 0);
        publish(isPublic, null);
        Patience.until(expected + " images are published", BOUND, () -> progress("published") == expected);
    }

    /** How many images are in which state. */
    public Map<String, Integer> progress() {
        var states = new LinkedHashMap<String, Integer>();
        api.get(owner, path("progress/"))
                .success()
                .properties()
                .forEach(state -> states.put(state.getKey(), state.getValue().asInt()));
        return states;
    }

    public int progress(String state) {
        return progress().getOrDefault(state, 0);
    }

    /**
     * File name to accession.
     *
     * @throws Refused when a name is there twice
     */
    public Map<String, JsonNode> accessions() {
        var byName = new HashMap<String, JsonNode>();
        for (JsonNode accession : api.all(Person.STAFF, path("accessions/?limit=100"))) {
            if (byName.put(accession.get("file_name").asString(), accession) != null) {
                throw new Refused(accession.get("file_name") + " is there twice");
            }
        }
        return byName;
    }

    /** Fails where a ZIP, a table of metadata or the like came to another end. */
    public static void require(JsonNode report, String status) {
        if (!report.get("status").asString().equals(status)) {
            throw new Refused("expected " + status + ": " + report);
        }
    }

    private JsonNode settled(String path, Set<String> ends) {
        Patience.until(
                path + " is settled",
                BOUND,
                () -> ends.contains(api.get(owner, path).success().get("status").asString()));
        return api.get(owner, path).success();
    }

    private Map<String, Object> with(Map<String, ?> more, String name, String value) {
        var body = new HashMap<String, Object>(more);
        body.put("cohort", id);
        body.put(name, value);
        return body;
    }

    private String path(String end) {
        return "/api/v2/cohorts/" + id + "/" + end;
    }
}
