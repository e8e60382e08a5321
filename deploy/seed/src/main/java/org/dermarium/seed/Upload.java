package org.dermarium.seed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sends one file by the archive's upload protocol: begin, put the parts, complete, finalize. */
record Upload(Archive archive, Person who) {

    static final String ZIP = "ingest.ZipUpload.blob";
    static final String METADATA = "ingest.MetadataFile.blob";

    /** @return the value that other calls take for the file */
    String send(String field, Path file, String contentType) {
        try {
            JsonNode begun = archive.post(
                    who,
                    "/api/v2/s3-upload/upload-initialize/",
                    Map.of(
                            "field_id",
                            field,
                            "file_name",
                            String.valueOf(file.getFileName()),
                            "file_size",
                            Files.size(file),
                            "content_type",
                            contentType));
            String signature = begun.get("upload_signature").asString();
            JsonNode complete = archive.post(
                    who,
                    "/api/v2/s3-upload/upload-complete/",
                    Map.of(
                            "upload_signature", signature,
                            "upload_id", begun.get("upload_id").asString(),
                            "parts", sendParts(file, begun.get("parts"))));
            archive.post(
                    URI.create(complete.get("complete_url").asString()),
                    complete.get("body").asString());
            return archive.post(who, "/api/v2/s3-upload/finalize/", Map.of("upload_signature", signature))
                    .get("field_value")
                    .asString();
        } catch (IOException e) {
            throw new SeedFailed("cannot read " + file, e);
        }
    }

    private List<Map<String, Object>> sendParts(Path file, JsonNode parts) throws IOException {
        var sent = new ArrayList<Map<String, Object>>();
        try (InputStream in = Files.newInputStream(file)) {
            for (JsonNode part : parts) {
                int size = part.get("size").asInt();
                byte[] bytes = in.readNBytes(size);
                String etag =
                        archive.put(URI.create(part.get("upload_url").asString()), BodyPublishers.ofByteArray(bytes));
                sent.add(Map.of("part_number", part.get("part_number").asInt(), "size", size, "etag", etag));
            }
        }
        return sent;
    }
}
