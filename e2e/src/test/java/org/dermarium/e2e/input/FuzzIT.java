package org.dermarium.e2e.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Upload;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.DocumentedInput;
import org.dermarium.e2e.archive.DocumentedInput.Operation;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.MaliciousFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every text of every body, every parameter and every upload that the OpenAPI document names, with what no text may be: no
 * answer is a failure of the server, no service ends or grows. A new operation is tried as soon as it is documented.
 */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(12)
class FuzzIT {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Map<String, String> HOSTILE = Map.of(
            "a million letters", "x".repeat(1_000_000),
            "NUL", "a\u0000b",
            "right-to-left override", "a\u202Eb",
            "half a pair", "a\uD800b",
            "line ends", "a\r\nb");

    /** Growth that a heap which fills before it is collected explains. */
    private static final long MOST_GROWTH_KIB = 300 * 1024;

    private final RunningArchive archive;
    private final Api api;
    private DocumentedInput documented;
    private Map<String, Long> before;

    FuzzIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @BeforeAll
    void readTheDocument() {
        documented = new DocumentedInput(DocumentedInput.document(api));
        before = memory();
    }

    @AfterAll
    void everythingLivesAsBefore() {
        assertThat(archive.status().get("ready").asBoolean()).isTrue();
        Map<String, Long> after = memory();
        before.forEach((process, kib) -> {
            assertThat(after).as("the process of %s", process).containsKey(process);
            assertThat(after.get(process) - kib)
                    .as("growth of %s, KiB", process)
                    .isLessThan(MOST_GROWTH_KIB);
        });
    }

    @Test
    void answersHostileTextsInEveryField() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Operation operation : documented.operations()) {
            for (String field : operation.texts()) {
                for (var hostile : HOSTILE.entrySet()) {
                    JsonNode body = operation.with(field, hostile.getValue());
                    Answer answer = send(operation.method(), operation.nowhere(), body);
                    tried++;
                    if (answer.status() >= 500 || answer.body().length > 50_000) {
                        wrong.add(operation.method() + " " + operation.path() + " " + field + ", " + hostile.getKey()
                                + ": " + answer.status());
                    }
                }
            }
        }
        assertThat(tried).as("the document names bodies").isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersHostileTextsInEveryParameter() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Operation operation : documented.operations()) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            List<String> addresses = new ArrayList<>();
            for (String hostile :
                    List.of("a%00b", "%E2%80%AE", "%ED%A0%80", "%FF", "x".repeat(20_000), "-1", "[%20{|")) {
                for (String parameter : operation.parameters()) {
                    addresses.add(operation.nowhere() + "?" + parameter + "=" + hostile);
                }
                if (operation.path().contains("{") && !hostile.contains("|")) {
                    addresses.add(operation.path().replaceAll("\\{[^}]*}", hostile));
                }
            }
            for (String address : addresses) {
                Answer answer = send(
                        "GET", address.replace("[", "%5B").replace("{", "%7B").replace("|", "%7C"), null);
                tried++;
                if (answer.status() >= 500) {
                    wrong.add(address.substring(0, Math.min(address.length(), 120)) + ": " + answer.status());
                }
            }
        }
        assertThat(tried).as("the document names parameters").isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void survivesHostileUploads() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Hostile uploads");
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("letter.jpg", MaliciousFiles.notAnImage());
        pictures.put("half.jpg", MaliciousFiles.truncatedJpeg());
        pictures.put("huge.png", MaliciousFiles.hugePixelHeader());
        pictures.put("drawing.png", MaliciousFiles.svgWithScript());
        pictures.put("n".repeat(251) + ".jpg", MaliciousFiles.notAnImage());
        pictures.put("\u06cc\u200c\u06a9.jpg", MaliciousFiles.notAnImage());
        pictures.forEach((name, content) -> {
            Answer answer = cohort.addImage(CONTRIBUTOR, name, content, Map.of());
            assertThat(answer.status()).as(name).isEqualTo(201);
            cohort.processed(answer.json().get("id").asLong());
        });
        for (String name : List.of("a\u202Eb.jpg", "a\u0000.jpg", "a/b.jpg", "n".repeat(256), "..")) {
            assertThat(initialize(name).status()).as(name).isBetween(400, 422);
        }
        List<byte[]> zips = List.of(
                MaliciousFiles.zipTraversal(),
                MaliciousFiles.zipAbsolute(),
                MaliciousFiles.zipSymlink(),
                MaliciousFiles.zipNulName(),
                MaliciousFiles.zipRightToLeftName(),
                MaliciousFiles.nestedZip(),
                MaliciousFiles.encryptedZip(),
                MaliciousFiles.truncatedZip(),
                MaliciousFiles.zipBomb(300_000_000));
        for (byte[] zip : zips) {
            assertThat(cohort.addZip("hostile.zip", zip).get("status").asString())
                    .isIn("failed", "extracted");
        }
        List<String> tables = List.of(
                "filename,lesion_id\nletter.jpg," + "x".repeat(8_000) + "\n",
                "filename,note\nletter.jpg," + "x".repeat(1_000_000) + "\n",
                "filename,a\u202Eb\nletter.jpg,1\n",
                "filename,sex\nletter.jpg,ma\u0000le\n",
                "filename," + "h".repeat(100_000) + "\nletter.jpg,1\n",
                "\"".repeat(500_000));
        for (String table : tables) {
            assertThat(cohort.addMetadata(CONTRIBUTOR, table.getBytes(UTF_8))
                            .get("status")
                            .asString())
                    .isEqualTo("invalid");
        }
        Eventually.until(
                "the archive is ready", () -> archive.status().get("ready").asBoolean());
    }

    private Answer initialize(String name) {
        return api.post(
                CONTRIBUTOR,
                "/api/v2/s3-upload/upload-initialize/",
                Map.of("field_id", Upload.IMAGE, "file_name", name, "file_size", 5, "content_type", "image/jpeg"));
    }

    private Answer send(String method, String path, JsonNode body) {
        var request = HttpRequest.newBuilder(api.uri(path))
                .header("Authorization", "Bearer " + api.token(STAFF))
                .header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return api.send(request.method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    /** Resident memory of each process, in KiB. */
    private Map<String, Long> memory() {
        var memory = new LinkedHashMap<String, Long>();
        for (JsonNode process : archive.status().get("processes")) {
            Path status = Path.of("/proc", process.get("pid").asString(), "status");
            if (Files.exists(status)) {
                memory.put(process.get("name").asString(), resident(status));
            }
        }
        return memory;
    }

    private static long resident(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
