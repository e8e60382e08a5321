package org.dermarium.seed.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import tools.jackson.databind.JsonNode;

/** Pictures and their metadata as the files that a contributor sends: a ZIP and a table. */
record CohortFiles(Cohort cohort) {

    /** Uploads the pictures as one ZIP and waits until the archive has taken it apart. */
    void upload(String name, List<Picture> pictures) {
        inTemporaryFile(name + ".zip", file -> {
            ImageZip.write(file, pictures);
            JsonNode report = cohort.addZip(file);
            Cohort.require(report, "extracted");
            if (!report.path("problems").isEmpty()) {
                throw new SeedFailed(name + " has problems: " + report.get("problems"));
            }
        });
    }

    /** Uploads the metadata as one CSV, and applies it when the archive finds nothing wrong. */
    void describe(Person who, String name, Collection<Picture> pictures) {
        inTemporaryFile(name + ".csv", file -> {
            Csv.write(file, pictures.stream().map(CohortFiles::row).toList());
            cohort.apply(who, cohort.addMetadata(who, file));
        });
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
