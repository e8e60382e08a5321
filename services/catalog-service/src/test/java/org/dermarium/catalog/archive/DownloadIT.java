package org.dermarium.catalog.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.openapi.ApiDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

class DownloadIT extends CatalogCase {

    private static final String URL = "/api/v2/zip-download/url/";

    /** As many images as are listed in several pages, with another licence than their original. */
    private static final String COPIES = """
            insert into image (id, state, published_at)
            select -900000 - n, i.state || jsonb_build_object('id', -900000 - n, 'license', 'CC-0',
                       'isicId', 'ISIC_9' || to_char(n, 'FM000000')), i.published_at + n * interval '1 microsecond'
            from image i, generate_series(1, :rows) n where i.isic_id = :original""";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient db;

    @TempDir
    private Path folder;

    @Test
    void packsWhatTheCallerMaySeeAndNothingElse() throws Exception {
        List<Image> mine = IntStream.range(0, 5)
                .mapToObj(i -> stored(
                        image().lesion("IL_1000001")
                                .license(i < 2 ? "CC-BY" : "CC-0")
                                .sex("male"),
                        i < 3,
                        1))
                .toList();
        published(mine.toArray(Image[]::new));
        List<String> open = mine.stream()
                .filter(Image::isPublic)
                .map(Image::isicId)
                .sorted()
                .toList();

        Map<String, byte[]> everybody = unpacked(
                download(address(ANYBODY, "lesion_id:IL_1000001"), Map.of()).body());
        assertThat(everybody.keySet().stream().limit(3))
                .isEqualTo(open.stream().map(id -> id + ".jpg").toList());
        assertThat(everybody.keySet().stream().skip(3))
                .containsExactly("metadata.csv", "attribution.txt", "licenses/CC-0.txt", "licenses/CC-BY.txt");
        for (Image image : mine.subList(0, 3)) {
            assertThat(everybody.get(image.isicId() + ".jpg")).isEqualTo(bytes(image.id()));
        }
        String csv = new String(everybody.get("metadata.csv"), StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst()).hasValue("isic_id,attribution,copyright_license,lesion_id,sex");
        assertThat(csv.lines()).hasSize(4);
        assertThat(new String(everybody.get("licenses/CC-0.txt"), StandardCharsets.UTF_8))
                .contains("CC0 1.0 Universal");
        assertThat(unpacked(download(address(member(1), "lesion_id:IL_1000001"), Map.of())
                        .body()))
                .hasSize(9);
        assertThat(unpacked(download(address(member(2), "lesion_id:IL_1000001"), Map.of())
                        .body()))
                .hasSize(7);
    }

    @Test
    void givesTheSameBytesTwiceAndFromAnyPlace() throws Exception {
        Image[] mine = IntStream.range(0, 4)
                .mapToObj(i -> stored(image().lesion("IL_1000002"), true, 1))
                .toArray(Image[]::new);
        published(mine);
        URI address = address(ANYBODY, "lesion_id:IL_1000002");

        HttpResponse<byte[]> whole = download(address, Map.of());
        byte[] all = whole.body();
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(all.length);
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"ISIC-images.zip\"");
        assertThat(download(address, Map.of()).body()).isEqualTo(all);
        for (int from : new int[] {0, 1, 29, 70, 1_000, all.length / 2, all.length - 100, all.length - 1}) {
            var rest = download(address, Map.of("Range", "bytes=" + from + "-", "If-Range", tag));
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.headers().firstValue("Content-Range"))
                    .hasValue("bytes " + from + "-" + (all.length - 1) + "/" + all.length);
            assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(all, from, all.length));
        }
        assertThat(download(address, Map.of("Range", "bytes=10-19")).body()).isEqualTo(Arrays.copyOfRange(all, 10, 20));
        assertThat(download(address, Map.of("Range", "bytes=10-19", "If-Range", "\"x\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(download(address, Map.of("Range", "bytes=" + all.length + "-"))
                        .statusCode())
                .isEqualTo(416);
        assertThat(download(address, Map.of("Range", "nonsense")).statusCode()).isEqualTo(200);
        var head = client.send(HttpRequest.newBuilder(address).HEAD().build(), HttpResponse.BodyHandlers.discarding());
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(all.length);
    }

    @Test
    void zipFailsLoudlyWhenAnObjectIsMissing() {
        Image there = stored(image().lesion("IL_1000003"), true, 1);
        Image missing = stored(image().lesion("IL_1000003"), true, 1);
        published(there, missing);
        blobs.delete(missing.full().bucket(), missing.full().key());

        assertThatThrownBy(() -> download(address(ANYBODY, "lesion_id:IL_1000003"), Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void zipFailsLoudlyWhenAnObjectWasChanged() {
        Image image = stored(image().lesion("IL_1000004"), true, 1);
        published(image);
        byte[] other = bytes(image.id());
        other[other.length / 2]++;
        blobs.putPublic(
                image.full().bucket(), image.full().key(), "image/jpeg", new ByteArrayInputStream(other), other.length);

        assertThatThrownBy(() -> download(address(ANYBODY, "lesion_id:IL_1000004"), Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesBadQueriesAndBadTokens() {
        refused(400, "Could not parse search query.", HttpMethod.POST, ANYBODY, URL, Map.of("query", "foo:bar"));
        refused(422, "collections", HttpMethod.POST, ANYBODY, URL, Map.of("collections", "a"));
        refused(422, "extra_forbidden", HttpMethod.POST, ANYBODY, URL, Map.of("x", 1));
        String good = token(ANYBODY, "");
        for (String path : List.of(
                "/download?zsid=",
                "/api/v2/zip-download/file-listing/?token=",
                "/api/v2/zip-download/metadata-file/?token=",
                "/api/v2/zip-download/attribution-file/?token=")) {
            for (String bad : List.of("", "x", "a.b", good + "x", "e30." + good.substring(good.indexOf('.') + 1))) {
                assertThat(status(ANYBODY, path + bad)).isEqualTo(401);
            }
        }
        assertThat(status(ANYBODY, "/download")).isEqualTo(401);
    }

    @Test
    void anUnstaffedBearerLosesWhatOnlyStaffMaySee() {
        Image hidden = stored(image().lesion("IL_1000005"), false, 1);
        published(hidden);
        topics().publish(
                        EventType.USER_REGISTERED,
                        new User(900, 1, "staff900@example.org", "", "", true, true, Instant.EPOCH));
        String token = token(staff(), "lesion_id:IL_1000005");
        String files = "/api/v2/zip-download/file-listing/?token=" + token;
        Eventually.until(
                "the account is known", () -> get(ANYBODY, files).get("files").size() == 4);
        assertThat(get(ANYBODY, files).get("suggestedFilename").asString()).isEqualTo(hidden.isicId() + ".zip");

        topics().publish(
                        EventType.USER_CHANGED,
                        new User(900, 2, "staff900@example.org", "", "", false, true, Instant.EPOCH));
        Eventually.until(
                "the change is heard", () -> get(ANYBODY, files).get("files").size() == 2);
        topics().publish(
                        EventType.USER_CHANGED,
                        new User(900, 3, "staff900@example.org", "", "", true, true, Instant.EPOCH));
        Eventually.until(
                "the change is heard", () -> get(ANYBODY, files).get("files").size() == 4);
    }

    @Test
    void givesAShortAddressThatTellsNothingForALongQuery() {
        String query = "diagnosis_3:\"a long diagnosis\" OR ".repeat(100) + "sex:male";

        String token = token(member(7), query);

        assertThat(token).hasSizeLessThan(400).isNotEqualTo(token(member(8), query));
        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                .doesNotContain("sex", "staff", "male");
    }

    @Test
    void listsTheFilesOneByOne() throws Exception {
        Image image = stored(image().lesion("IL_1000006").attribution("A clinic"), true, 1);
        Image nameless = stored(image().lesion("IL_1000006"), true, 1);
        published(image, nameless);
        String token = token(ANYBODY, "lesion_id:IL_1000006");

        JsonNode files = get(ANYBODY, "/api/v2/zip-download/file-listing/?token=" + token)
                .get("files");
        assertThat(files.valueStream().map(f -> f.get("zipPath").asString()))
                .containsExactly(
                        image.isicId() + ".jpg",
                        nameless.isicId() + ".jpg",
                        "metadata.csv",
                        "attribution.txt",
                        "licenses/CC-0.txt");
        URI object = URI.create(files.get(0).get("url").asString());
        assertThat(client.send(HttpRequest.newBuilder(object).build(), HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(bytes(image.id()));
        URI credits = URI.create("http://127.0.0.1:" + port + "/api/v2/zip-download/attribution-file/?token=" + token);
        var answer = ApiDocument.checked(client.send(
                HttpRequest.newBuilder(credits)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
        assertThat(answer.body()).isEqualTo("A clinic\n\nAnonymous");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(status(ANYBODY, "/api/v2/zip-download/license-file/CC-BY-NC/"))
                .isEqualTo(200);
        assertThat(status(ANYBODY, "/api/v2/zip-download/license-file/MIT/")).isEqualTo(404);
    }

    @Test
    void listsManyFilesInTheirOrderAndGoesOnWhereSomebodyWasInterrupted() {
        int many = 1_203;
        Image first = image().published().lesion("IL_1000008").license("CC-BY").build();
        published(first);
        db.sql(COPIES)
                .bind("rows", many - 1)
                .bind("original", first.isicId())
                .then()
                .block();
        String listing = "/api/v2/zip-download/file-listing/?token=" + token(ANYBODY, "lesion_id:IL_1000008");

        JsonNode whole = get(ANYBODY, listing);
        List<String> paths = paths(whole);
        assertThat(whole.get("suggestedFilename").asString()).isEqualTo("ISIC-images.zip");
        assertThat(paths).hasSize(many + 4).doesNotHaveDuplicates();
        assertThat(paths.subList(0, many)).isSorted();
        assertThat(paths.subList(many, many + 4))
                .containsExactly("metadata.csv", "attribution.txt", "licenses/CC-0.txt", "licenses/CC-BY.txt");

        String last = paths.get(many - 2).replace(".jpg", "");
        JsonNode rest = get(ANYBODY, listing + "&after=" + last);
        assertThat(paths(rest)).isEqualTo(paths.subList(many - 1, many + 4));
        assertThat(rest.get("suggestedFilename").asString()).isEqualTo("ISIC-images.zip");
        assertThat(paths(get(ANYBODY, listing + "&after=" + paths.get(many - 1).replace(".jpg", ""))))
                .isEqualTo(paths.subList(many, many + 4));
    }

    @Test
    void leavesNothingOnDisk() throws Exception {
        Image image = stored(image().lesion("IL_1000007"), true, 1);
        published(image);
        download(address(ANYBODY, "lesion_id:IL_1000007"), Map.of());

        Eventually.until("snapshots are gone", () -> {
            try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                return left.noneMatch(f -> f.getFileName().toString().startsWith("dermarium-snapshot-"));
            }
        });
    }

    private static List<String> paths(JsonNode listing) {
        return listing.get("files")
                .valueStream()
                .map(file -> file.get("zipPath").asString())
                .toList();
    }

    private String token(String caller, String query) {
        String url = post(caller, URL, Map.of("query", query)).asString();
        assertThat(url).startsWith("http://127.0.0.1:8000/download?zsid=");
        return url.substring(url.indexOf('=') + 1);
    }

    private URI address(String caller, String query) {
        return URI.create("http://127.0.0.1:" + port + "/download?zsid=" + token(caller, query));
    }

    private HttpResponse<byte[]> download(URI address, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        return ApiDocument.checked(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "download", ".zip"), zip);
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (var opened = new ZipFile(file.toFile())) {
            for (ZipEntry entry : new ArrayList<>(opened.stream().toList())) {
                try (var in = opened.getInputStream(entry)) {
                    all.put(entry.getName(), in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(entry.getName(), e);
                }
            }
        }
        return all;
    }
}
