package org.dermarium.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive as somebody with an account uses it. */
final class Archive {

    /** Larger ones go to object storage directly. */
    static final int LARGEST_BODY = 8_000_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    /** As staff who take over images. */
    Archive(String url, String identity) {
        this(url, identity, "staff@example.org", true);
    }

    Archive(String url, String identity, String email, boolean isStaff) {
        this.url = url;
        this.token = post(URI.create(identity + "/oauth/demo-token"), Map.of("email", email, "staff", isStaff))
                .get("access_token")
                .asString();
    }

    long newCohort(String name) {
        var terms = Map.of("default_copyright_license", "CC-0", "default_attribution", "Bench");
        var contributor = new java.util.HashMap<String, Object>(terms);
        contributor.put("institution_name", name);
        contributor.put("institution_url", "https://clinic.example.org");
        contributor.put("legal_contact_info", "legal@example.org");
        var cohort = new java.util.HashMap<String, Object>(terms);
        cohort.put("name", name);
        cohort.put(
                "contributor",
                post("/api/v2/contributors/", contributor).get("id").asLong());
        return post("/api/v2/cohorts/", cohort).get("id").asLong();
    }

    /** Uploads one photograph that is to be public as soon as it is processed. */
    void addImage(long cohort, String name, byte[] content) {
        String blob = upload("ingest.Accession.original_blob", name + ".jpg", "image/jpeg", content);
        post("/api/v2/accessions/", Map.of("cohort", cohort, "original_blob", blob, "publish", "public"));
    }

    /** As {@link #addImage}, under the first of the ids from this number on that is free. */
    String addImage(long cohort, int number, byte[] content) {
        String blob = upload("ingest.Accession.original_blob", number + ".jpg", "image/jpeg", content);
        for (int next = number; ; next++) {
            String isicId = "ISIC_%07d".formatted(next);
            if (count("isic_id:" + isicId) == 0) {
                post(
                        "/api/v2/accessions/",
                        Map.of("cohort", cohort, "original_blob", blob, "publish", "public", "isic_id", isicId));
                return isicId;
            }
        }
    }

    void addZip(long cohort, byte[] zip) {
        String blob = upload("ingest.ZipUpload.blob", "bench.zip", "application/zip", zip);
        post("/api/v2/zip-uploads/", Map.of("cohort", cohort, "blob", blob, "publish", "public"));
    }

    int count(String query) {
        String path = "/api/v2/images/search/?limit=1&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return read(path).get("count").asInt();
    }

    /** Those of up to 100 ids that a search finds. */
    List<String> found(List<String> isicIds) {
        String query = isicIds.stream().map(id -> "isic_id:" + id).collect(Collectors.joining(" OR "));
        String path = "/api/v2/images/search/?limit=100&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return read(path)
                .get("results")
                .valueStream()
                .map(image -> image.get("isic_id").asString())
                .toList();
    }

    JsonNode read(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token));
    }

    JsonNode sendTable(String method, String path, byte[] csv) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .method(method, BodyPublishers.ofByteArray(csv)));
    }

    String upload(String field, String name, String type, byte[] content) {
        JsonNode begun = post(
                "/api/v2/s3-upload/upload-initialize/",
                Map.of("field_id", field, "file_name", name, "file_size", content.length, "content_type", type));
        JsonNode part = begun.get("parts").get(0);
        if (begun.get("parts").size() != 1) {
            throw new IllegalArgumentException(name + " is too large for one part");
        }
        var stored =
                sent(HttpRequest.newBuilder(URI.create(part.get("upload_url").asString()))
                        .PUT(BodyPublishers.ofByteArray(content)));
        String signature = begun.get("upload_signature").asString();
        JsonNode complete = post(
                "/api/v2/s3-upload/upload-complete/",
                Map.of(
                        "upload_signature", signature,
                        "upload_id", begun.get("upload_id").asString(),
                        "parts",
                                List.of(Map.of(
                                        "part_number",
                                        1,
                                        "size",
                                        content.length,
                                        "etag",
                                        stored.headers().firstValue("ETag").orElseThrow()))));
        sent(HttpRequest.newBuilder(URI.create(complete.get("complete_url").asString()))
                .POST(BodyPublishers.ofString(complete.get("body").asString())));
        return post("/api/v2/s3-upload/finalize/", Map.of("upload_signature", signature))
                .get("field_value")
                .asString();
    }

    JsonNode post(String path, Object body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private JsonNode post(URI uri, Object body) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        return JSON.readTree(sent(request).body());
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.request().uri().getPath() + " answered " + answer.statusCode()
                        + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
