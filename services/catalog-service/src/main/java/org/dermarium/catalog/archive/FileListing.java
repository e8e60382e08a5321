package org.dermarium.catalog.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.dermarium.catalog.metadata.Snapshot;
import org.dermarium.events.Image;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.FileUrls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The files of an archive with the addresses to fetch them from, as JSON. */
@Component
class FileListing {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileUrls urls;
    private final String root;

    FileListing(FileUrls urls, @Value("${dermarium.public-url}") String publicUrl) {
        this.urls = urls;
        this.root = publicUrl + "/api/v2/zip-download/";
    }

    void write(Snapshot snapshot, Caller caller, String token, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out);
                Stream<Image> images = snapshot.images()) {
            json.writeStartObject();
            json.writeStringProperty("suggestedFilename", fileName(snapshot));
            json.writeArrayPropertyStart("files");
            images.forEach(i -> write(json, urls.of(caller, i, i.full()).toString(), SnapshotArchive.path(i)));
            write(json, root + "metadata-file/?token=" + token, "metadata.csv");
            write(json, root + "attribution-file/?token=" + token, "attribution.txt");
            snapshot.overview()
                    .licenses()
                    .forEach(l -> write(json, root + "license-file/" + l + "/", "licenses/" + l + ".txt"));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** After the image when there is only one. */
    static String fileName(Snapshot snapshot) {
        if (snapshot.overview().count() != 1) {
            return "ISIC-images.zip";
        }
        try (Stream<Image> images = snapshot.images()) {
            return images.findFirst().orElseThrow().isicId() + ".zip";
        }
    }

    private static void write(JsonGenerator json, String url, String path) {
        json.writeStartObject();
        json.writeStringProperty("url", url);
        json.writeStringProperty("zipPath", path);
        json.writeEndObject();
    }
}
