package org.dermarium.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.dermarium.blobs.BlobStore;
import org.dermarium.events.Image;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.testkit.server.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running ingest service in its own corner of the servers, and words for working with it. All test classes share one, so
 * each makes its own cohorts and leaves the service running as it was.
 */
@SpringBootTest(classes = IngestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
public abstract class IngestCase {

    protected static final String ANYBODY = "";
    protected static final String OWNER = TestTokens.shared().member(7, "owner@example.org");
    protected static final String STRANGER = TestTokens.shared().member(8, "stranger@example.org");
    protected static final String STAFF = TestTokens.shared().staff(900);

    protected static final String IMAGE = "ingest.Accession.original_blob";
    protected static final String ZIP = "ingest.ZipUpload.blob";
    protected static final String METADATA = "ingest.MetadataFile.blob";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient S3 = HttpClient.newHttpClient();
    private static final AtomicLong NUMBER = new AtomicLong();

    private static Isolation isolation;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient db;

    private static BlobStore blobs;

    @Autowired
    void keep(BlobStore store) {
        blobs = store;
    }

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "ingest");
        isolation.topics().create();
        // What is given up goes at once, to be seen.
        registry.add("dermarium.objects.grace", () -> "0s");
    }

    protected static Isolation isolation() {
        return isolation;
    }

    protected DatabaseClient db() {
        return db;
    }

    protected WebTestClient http() {
        return http;
    }

    /** An answer: status and body. */
    public record Answer(int status, JsonNode body) {

        public Answer expect(int wanted) {
            assertThat(status).as("status of %s", body).isEqualTo(wanted);
            return this;
        }

        public JsonNode get(String field) {
            return body.get(field);
        }

        public long id() {
            return body.get("id").asLong();
        }
    }

    protected Answer get(String token, String path) {
        return send(HttpMethod.GET, token, path, null);
    }

    protected Answer post(String token, String path, Object body) {
        return send(HttpMethod.POST, token, path, body);
    }

    protected Answer send(HttpMethod method, String token, String path, Object body) {
        var request = http.method(method)
                .uri(builder -> URI.create(builder.build() + path))
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                });
        var answer = body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
        byte[] bytes = answer.expectBody().returnResult().getResponseBodyContent();
        int status = answer.returnResult(Void.class).getStatus().value();
        assertThat(status).as("no error of the server").isLessThan(HttpStatus.INTERNAL_SERVER_ERROR.value());
        boolean hasJson = bytes != null && bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
        return new Answer(status, hasJson ? JSON.readTree(bytes) : JSON.createObjectNode());
    }

    /** A cohort of OWNER's, licensed CC-BY and attributed to "Clinic". */
    protected long cohort() {
        long contributor = post(OWNER, "/api/v2/contributors/", contributorBody())
                .expect(201)
                .id();
        return post(
                        OWNER,
                        "/api/v2/cohorts/",
                        Map.of(
                                "contributor",
                                contributor,
                                "name",
                                "Cohort " + NUMBER.incrementAndGet(),
                                "default_copyright_license",
                                "CC-BY",
                                "default_attribution",
                                "Clinic"))
                .expect(201)
                .id();
    }

    protected static Map<String, Object> contributorBody() {
        return Map.of(
                "institution_name", "Lakeside Skin Clinic",
                "institution_url", "https://clinic.example.org",
                "legal_contact_info", "legal@example.org",
                "default_copyright_license", "CC-BY",
                "default_attribution", "Clinic");
    }

    /** Sends a file as clients do and returns the value that stands for it. */
    protected String upload(String token, String field, String name, byte[] bytes) {
        var begun = begin(token, field, name, bytes.length).expect(200);
        complete(token, begun, bytes);
        return finish(token, begun).expect(200).get("field_value").asString();
    }

    protected Answer begin(String token, String field, String name, long size) {
        return post(
                token,
                "/api/v2/s3-upload/upload-initialize/",
                Map.of(
                        "field_id",
                        field,
                        "file_name",
                        name,
                        "file_size",
                        size,
                        "content_type",
                        "application/octet-stream"));
    }

    protected void complete(String token, Answer begun, byte[] bytes) {
        var parts = new ArrayList<Map<String, Object>>();
        int from = 0;
        for (JsonNode part : begun.get("parts")) {
            int size = part.get("size").asInt();
            var sent = s3(
                    "PUT", part.get("upload_url").asString(), java.util.Arrays.copyOfRange(bytes, from, from + size));
            from += size;
            parts.add(Map.of("part_number", part.get("part_number").asInt(), "size", size, "etag", sent));
        }
        var completion = post(
                        token,
                        "/api/v2/s3-upload/upload-complete/",
                        Map.of(
                                "upload_signature",
                                        begun.get("upload_signature").asString(),
                                "upload_id", begun.get("upload_id").asString(),
                                "parts", parts))
                .expect(200);
        s3(
                "POST",
                completion.get("complete_url").asString(),
                completion.get("body").asString().getBytes(UTF_8));
    }

    protected Answer finish(String token, Answer begun) {
        return post(
                token,
                "/api/v2/s3-upload/finalize/",
                Map.of("upload_signature", begun.get("upload_signature").asString()));
    }

    /** The ETag of the answer, or nothing. */
    private static String s3(String method, String url, byte[] body) {
        try {
            var answer = S3.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.headers().firstValue("ETag").orElse("");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fetches from storage as a client does. */
    protected static java.net.http.HttpResponse<byte[]> fetch(String url) {
        try {
            return S3.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    protected Answer add(String token, long cohort, String blob, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("cohort", cohort);
        body.put("original_blob", blob);
        return post(token, "/api/v2/accessions/", body);
    }

    protected long accession(long cohort, String name, byte[] bytes) {
        return add(OWNER, cohort, upload(OWNER, IMAGE, name, bytes), Map.of())
                .expect(201)
                .id();
    }

    protected long zip(long cohort, String name, byte[] bytes) {
        return post(OWNER, "/api/v2/zip-uploads/", Map.of("cohort", cohort, "blob", upload(OWNER, ZIP, name, bytes)))
                .expect(202)
                .id();
    }

    /** Sends a metadata file and waits for its report. */
    protected Answer metadataFile(String token, long cohort, byte[] csv) {
        long id = post(
                        token,
                        "/api/v2/metadata-files/",
                        Map.of("cohort", cohort, "blob", upload(token, METADATA, "metadata.csv", csv)))
                .expect(202)
                .id();
        return awaitStatus(token, "/api/v2/metadata-files/" + id + "/", List.of("valid", "invalid", "failed"));
    }

    /** Applies a valid metadata file and waits for the end. */
    protected Answer apply(String token, Answer file) {
        String path = "/api/v2/metadata-files/" + file.id() + "/";
        post(token, path + "update_metadata/", Map.of()).expect(202);
        return awaitStatus(token, path, List.of("applied", "failed"));
    }

    protected Answer awaitStatus(String token, String path, List<String> ends) {
        Eventually.until(
                path + " is one of " + ends,
                () -> ends.contains(get(token, path).expect(200).get("status").asString()));
        return get(token, path);
    }

    protected Answer awaitState(long accession, String state) {
        Eventually.await(
                "accession " + accession + " is " + state,
                () -> assertThat(one(accession))
                        .returns(state, answer -> answer.get("state").asString()));
        return one(accession);
    }

    protected void awaitNothingOnItsWay() {
        Eventually.until(
                "nothing is on its way", () -> count("select count(*) from accession where status = 'created'") == 0);
    }

    protected Answer one(long accession) {
        return get(STAFF, "/api/v2/accessions/" + accession + "/").expect(200);
    }

    /** Accepts all that waits in the cohort. */
    protected void accept(long cohort) {
        post(STAFF, "/api/v2/cohorts/" + cohort + "/review/", Map.of("value", true))
                .expect(200);
    }

    protected long publish(long cohort, boolean isPublic) {
        return post(STAFF, "/api/v2/cohorts/" + cohort + "/publish/", Map.of("public", isPublic))
                .expect(202)
                .get("count")
                .asLong();
    }

    /** The public id of a published accession. */
    protected String published(long accession) {
        return awaitState(accession, "published").get("isic_id").asString();
    }

    protected Event<Image> event(EventType type, long accession) {
        return isolation.topics().awaitEvent(type, Image.class, image -> image.id() == accession);
    }

    /** Whether the private bucket has it. */
    protected static boolean isThere(String key) {
        return blobs.stat(isolation.privateBucket(), key).isPresent();
    }

    protected String text(String sql) {
        return db.sql(sql).map(row -> row.get(0, String.class)).one().block();
    }

    protected long count(String sql) {
        return db.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
