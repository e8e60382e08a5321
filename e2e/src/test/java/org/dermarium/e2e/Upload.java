package org.dermarium.e2e;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The upload protocol: begin, put the parts to the storage, complete, finalize. */
record Upload(Api api, Person who) {

    static final String IMAGE = "ingest.Accession.original_blob";
    static final String ZIP = "ingest.ZipUpload.blob";
    static final String METADATA = "ingest.MetadataFile.blob";

    /** @return the signed value by which other calls name the file */
    String send(String field, String fileName, String contentType, byte[] content) {
        JsonNode begun = api.post(
                        who,
                        "/api/v2/s3-upload/upload-initialize/",
                        Map.of(
                                "field_id", field,
                                "file_name", fileName,
                                "file_size", content.length,
                                "content_type", contentType))
                .success();
        String signature = begun.get("upload_signature").asString();
        JsonNode complete = api.post(
                        who,
                        "/api/v2/s3-upload/upload-complete/",
                        Map.of(
                                "upload_signature", signature,
                                "upload_id", begun.get("upload_id").asString(),
                                "parts", putParts(begun.get("parts"), content)))
                .success();
        api.send(HttpRequest.newBuilder(URI.create(complete.get("complete_url").asString()))
                .POST(BodyPublishers.ofString(complete.get("body").asString()))
                .build());
        return api.post(who, "/api/v2/s3-upload/finalize/", Map.of("upload_signature", signature))
                .success()
                .get("field_value")
                .asString();
    }

    private List<Map<String, Object>> putParts(JsonNode parts, byte[] content) {
        var done = new ArrayList<Map<String, Object>>();
        int from = 0;
        for (JsonNode part : parts) {
            int size = part.get("size").asInt();
            Answer answer = api.send(
                    HttpRequest.newBuilder(URI.create(part.get("upload_url").asString()))
                            .PUT(BodyPublishers.ofByteArray(Arrays.copyOfRange(content, from, from + size)))
                            .build());
            done.add(Map.of(
                    "part_number", part.get("part_number").asInt(),
                    "size", size,
                    "etag", answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(answer.text()))));
            from += size;
        }
        return done;
    }
}
