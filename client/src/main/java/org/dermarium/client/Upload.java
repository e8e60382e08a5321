package org.dermarium.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The upload protocol: begin, put the parts to the storage, complete, finalize. */
public record Upload(Api api, Person who) {

    public static final String IMAGE = "ingest.Accession.original_blob";
    public static final String ZIP = "ingest.ZipUpload.blob";
    public static final String METADATA = "ingest.MetadataFile.blob";
    public static final String PREDICTIONS = "challenge.Submission.predictions";

    /**
     * @return the signed value by which other calls name the file
     * @throws Refused when a step of it is refused
     */
    public String send(String field, String fileName, String contentType, byte[] content) {
        try {
            return send(field, fileName, contentType, new ByteArrayInputStream(content), content.length);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /**
     * As the other one, a part at a time.
     *
     * @throws IOException when the file cannot be read
     */
    public String send(String field, Path file, String contentType) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return send(field, String.valueOf(file.getFileName()), contentType, content, Files.size(file));
        }
    }

    private String send(String field, String fileName, String contentType, InputStream content, long size)
            throws IOException {
        JsonNode begun = step(
                "upload-initialize",
                Map.of("field_id", field, "file_name", fileName, "file_size", size, "content_type", contentType));
        String signature = begun.get("upload_signature").asString();
        JsonNode complete = step(
                "upload-complete",
                Map.of(
                        "upload_signature", signature,
                        "upload_id", begun.get("upload_id").asString(),
                        "parts", putParts(begun.get("parts"), content)));
        // The storage may answer with an error in XML although it has the file; the next step finds out.
        api.post(
                URI.create(complete.get("complete_url").asString()),
                complete.get("body").asString());
        return step("finalize", Map.of("upload_signature", signature))
                .get("field_value")
                .asString();
    }

    private JsonNode step(String name, Map<String, ?> body) {
        return api.post(who, "/api/v2/s3-upload/" + name + "/", body).success();
    }

    private List<Map<String, Object>> putParts(JsonNode parts, InputStream content) throws IOException {
        var sent = new ArrayList<Map<String, Object>>();
        for (JsonNode part : parts) {
            int size = part.get("size").asInt();
            Answer answer = api.put(URI.create(part.get("upload_url").asString()), content.readNBytes(size));
            String etag = answer.headers()
                    .firstValue("ETag")
                    .orElseThrow(() ->
                            new Refused(answer.request() + ": no ETag but " + answer.status() + " " + answer.text()));
            sent.add(Map.of("part_number", part.get("part_number").asInt(), "size", size, "etag", etag));
        }
        return sent;
    }
}
