package org.dermarium.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One cohort and the steps its images go through. Each step skips what an earlier run has done. */
record Cohort(Archive archive, Person owner, long id) {

    private static final Duration BOUND = Duration.ofMinutes(20);
    private static final Set<String> ENDED = Set.of("extracted", "valid", "applied", "failed", "invalid");

    /** What the archive knows of an accession. */
    record Accession(long id, String state, @Nullable String isicId, boolean described) {

        boolean published() {
            return state.equals("published");
        }
    }

    /** By file name. */
    Map<String, Accession> accessions() {
        var known = new HashMap<String, Accession>();
        for (JsonNode one : archive.all(Person.STAFF, path("accessions/?limit=100"))) {
            known.put(
                    one.get("file_name").asString(),
                    new Accession(
                            one.get("id").asLong(),
                            one.get("state").asString(),
                            one.path("isic_id").isString() ? one.get("isic_id").asString() : null,
                            !one.path("metadata").isEmpty()));
        }
        return known;
    }

    /** Uploads the pictures as one ZIP and waits until the archive has taken it apart. */
    void upload(String name, List<Picture> pictures) {
        inTemporaryFile(name + ".zip", file -> {
            ImageZip.write(file, pictures);
            String blob = new Upload(archive, owner).send(Upload.ZIP, file, "application/zip");
            long zip = archive.post(owner, "/api/v2/zip-uploads/", Map.of("cohort", id, "blob", blob))
                    .get("id")
                    .asLong();
            settled("/api/v2/zip-uploads/" + zip + "/", "extracted");
        });
    }

    /** Uploads the metadata as one CSV, and applies it when the archive finds nothing wrong. */
    void describe(Person who, String name, Collection<Picture> pictures) {
        inTemporaryFile(name + ".csv", file -> {
            Csv.write(file, pictures.stream().map(Cohort::row).toList());
            String blob = new Upload(archive, who).send(Upload.METADATA, file, "text/csv");
            long csv = archive.post(who, "/api/v2/metadata-files/", Map.of("cohort", id, "blob", blob))
                    .get("id")
                    .asLong();
            String path = "/api/v2/metadata-files/" + csv + "/";
            settled(path, "valid");
            archive.post(who, path + "update_metadata/", Map.of());
            Patience.until("the metadata is applied", BOUND, () -> isSettled(path, "applied", Set.of("failed")));
        });
    }

    /** Accepts every image that awaits its review. */
    void accept() {
        archive.post(Person.STAFF, path("review/"), Map.of("value", true));
    }

    /**
     * Publishes what is accepted.
     *
     * @param isPublic null leaves it to each image's {@code public} column
     * @param accessions null for all of the cohort
     */
    void publish(@Nullable Boolean isPublic, @Nullable List<Long> accessions) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("public", isPublic);
        if (accessions != null) {
            body.put("accessions", accessions);
        }
        archive.post(Person.STAFF, path("publish/"), body);
    }

    /** How many images are in which state. */
    Map<String, Integer> progress() {
        var states = new LinkedHashMap<String, Integer>();
        archive.get(Person.STAFF, path("progress/"))
                .properties()
                .forEach(e -> states.put(e.getKey(), e.getValue().asInt()));
        return states;
    }

    private void settled(String path, String wanted) {
        Patience.until(path + " is " + wanted, BOUND, () -> isSettled(path, wanted, ENDED));
    }

    private boolean isSettled(String path, String wanted, Set<String> ends) {
        JsonNode answer = archive.get(Person.STAFF, path);
        String status = answer.get("status").asString();
        boolean bad = !answer.path("problems").isEmpty();
        if (bad || !status.equals(wanted) && ends.contains(status)) {
            throw new SeedFailed(path + " is " + status + ": " + answer.path("reason") + " " + answer.path("problems"));
        }
        return status.equals(wanted);
    }

    private String path(String end) {
        return "/api/v2/cohorts/" + id + "/" + end;
    }

    private static Map<String, String> row(Picture picture) {
        var row = new LinkedHashMap<String, String>();
        row.put("filename", picture.fileName());
        row.putAll(picture.metadata());
        return row;
    }

    private interface WithFile {
        void run(Path file) throws IOException;
    }

    private static void inTemporaryFile(String name, WithFile work) {
        try {
            Path dir = Files.createTempDirectory("dermarium-seed");
            Path file = dir.resolve(name);
            try {
                work.run(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(dir);
            }
        } catch (IOException e) {
            throw new SeedFailed("no room for " + name, e);
        }
    }
}
