package org.dermarium.e2e.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.RESEARCHER;
import static org.dermarium.client.Person.STAFF;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import org.dermarium.client.Upload;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.file.MaliciousFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is refused through the gateway: with the right status and reason, and nothing kept of it. */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(11)
class BadInputIT {

    private static final int TOO_LARGE = 9_000_000;

    private final RunningArchive archive;
    private final Api api;
    private Cohort cohort;

    BadInputIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @BeforeAll
    void makeCohort() {
        cohort = Cohorts.make(api, CONTRIBUTOR, "Bad input");
        long good = cohort.addImage(CONTRIBUTOR, "good.jpg", LesionImages.jpeg(1, 64, 48), Map.of())
                .success()
                .get("id")
                .asLong();
        cohort.processed(good);
    }

    @AfterAll
    void everythingIsStillReady() {
        assertThat(archive.status().get("ready").asBoolean()).isTrue();
        assertThat(cohort.progress("awaiting_review") + cohort.progress("published"))
                .as("only the good image was kept")
                .isLessThanOrEqualTo(1);
    }

    static Stream<Arguments> badImages() {
        return Stream.of(
                argumentSet("not an image", "letter.jpg", MaliciousFiles.notAnImage()),
                argumentSet("truncated", "half.jpg", MaliciousFiles.truncatedJpeg()),
                argumentSet("10,000 by 100,000 pixels", "huge.png", MaliciousFiles.hugePixelHeader()),
                argumentSet("script", "drawing.png", MaliciousFiles.svgWithScript()));
    }

    @ParameterizedTest
    @MethodSource("badImages")
    void saysWhyAFileIsNoImage(String name, byte[] content) {
        Answer answer = cohort.addImage(CONTRIBUTOR, name, content, Map.of());
        if (answer.status() != 201) {
            assertThat(answer.status()).as(answer.text()).isIn(400, 422);
            return;
        }
        JsonNode accession = cohort.processed(answer.json().get("id").asLong());
        assertThat(accession.get("state").asString()).isIn("skipped", "failed");
        assertThat(accession.get("reason").asString()).isNotBlank();
        assertThat(accession.get("isic_id").isNull()).isTrue();
    }

    static Stream<Arguments> badZips() {
        return Stream.of(
                argumentSet("path traversal", MaliciousFiles.zipTraversal(), "outside.jpg"),
                argumentSet("absolute path", MaliciousFiles.zipAbsolute(), "outside.jpg"),
                argumentSet("encrypted", MaliciousFiles.encryptedZip(), "secret.jpg"),
                argumentSet("nested", MaliciousFiles.nestedZip(), "inner.zip"),
                argumentSet("symbolic link", MaliciousFiles.zipSymlink(), "link.jpg"),
                argumentSet("bomb", MaliciousFiles.zipBomb(300_000_000), "bomb.jpg"));
    }

    @ParameterizedTest
    @MethodSource("badZips")
    void namesTheEntryThatAZipMayNotHave(byte[] zip, String entry) {
        JsonNode report = Cohorts.make(api, CONTRIBUTOR, "Bad zip").addZip("bad.zip", zip);
        assertThat(report.get("problems").toString() + report.get("reason")).contains(entry);
    }

    @Test
    void refusesATruncatedZipAsAWhole() {
        JsonNode report = cohort.addZip("half.zip", MaliciousFiles.truncatedZip());
        assertThat(report.get("status").asString()).isEqualTo("failed");
        assertThat(report.get("reason").asString()).isNotBlank();
    }

    @Test
    void namesWhereACsvIsNotUtf8() {
        JsonNode report = cohort.addMetadata(CONTRIBUTOR, MaliciousFiles.csvWrongEncoding("good.jpg"));
        assertThat(report.get("status").asString()).isEqualTo("invalid");
        assertThat(report.at("/problems/0/message").asString()).contains("UTF-8", "line 2");
    }

    @Test
    void namesColumnAndRowOfAnUnknownValueAndListsUnknownColumns() {
        JsonNode report = cohort.addMetadata(
                CONTRIBUTOR, "filename,image_type,diagnosis,shoe_size\ngood.jpg,photo,Blue nevis,44\n".getBytes(UTF_8));
        assertThat(report.get("status").asString()).isEqualTo("invalid");
        assertThat(report.get("unstructured_columns").toString()).isEqualTo("[\"shoe_size\"]");
        assertThat(report.get("problems").valueStream().map(JsonNode::toString))
                .anyMatch(problem -> problem.contains("image_type") && problem.contains("[2]"))
                .anyMatch(problem -> problem.contains("Did you mean 'Blue nevus'"));
        Answer applied =
                api.post(CONTRIBUTOR, "/api/v2/metadata-files/" + report.get("id") + "/update_metadata/", Map.of());
        assertThat(applied.status()).as(applied.text()).isBetween(400, 499);
    }

    @Test
    void namesFilesThatTheCohortDoesNotHave() {
        JsonNode report = cohort.addMetadata(CONTRIBUTOR, "filename,sex\nnobody.jpg,male\n".getBytes(UTF_8));
        assertThat(report.get("problems").toString()).contains("nobody.jpg");
    }

    @Test
    void refusesMetadataOfAnUploadFieldByField() {
        Answer answer = cohort.addImage(
                CONTRIBUTOR, "x.jpg", LesionImages.jpeg(2, 64, 48), Map.of("metadata", Map.of("sex", "?")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").asString()).isEqualTo("Invalid metadata.");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("sex");
        assertThat(cohort.accessions()).doesNotContainKey("x.jpg");
    }

    @Test
    void refusesAnOversizedBody() {
        Answer answer = api.post(CONTRIBUTOR, "/api/v2/accessions/", Map.of("x", "y".repeat(TOO_LARGE)));
        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"((", "sex:", "nonsense", "age_approx:[1 TO", "shoe_size:44", "sex:\"male", "age_approx:1e400"})
    void refusesAMalformedQuery(String query) {
        for (String path : new String[] {"search/", "search/size/", "facets/"}) {
            Answer answer = api.get(ANONYMOUS, "/api/v2/images/" + path + "?query=" + Api.encoded(query));
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.json().get("message").asString()).contains("query");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "bz0xJnA9eA==", "cD0lMDA=", "%F0%9F%92%A9"})
    void refusesAForgedCursor(String cursor) {
        for (String path : new String[] {"images/search/", "images/", "collections/"}) {
            Answer answer = api.get(ANONYMOUS, "/api/v2/" + path + "?cursor=" + cursor);
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(422);
            assertThat(answer.json().at("/detail/0/loc").toString()).isEqualTo("[\"query\",\"cursor\"]");
        }
    }

    @Test
    void treatsAForgedTokenAsNobody() {
        String token = api.token(STAFF);
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"exp\":1", "\"exp\":9");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
                + "." + parts[2];
        assertThat(api.getWithToken(forged, "/api/v2/users/me/").status()).isEqualTo(401);
        JsonNode listing =
                api.getWithToken(forged, Api.searchPath("") + "&limit=1").success();
        assertThat(listing.get("count").asInt()).isEqualTo(api.count(ANONYMOUS, ""));
    }

    @Test
    void refusesAForgedDownloadToken() {
        assertThat(api.get(ANONYMOUS, "/api/v2/zip-download/file-listing/?token=forged")
                        .status())
                .isEqualTo(401);
        assertThat(api.get(ANONYMOUS, "/download?zsid=forged").status()).isBetween(400, 499);
    }

    @Test
    void keepsStrangersOutOfACohort() {
        String path = "/api/v2/cohorts/" + cohort.id() + "/";
        assertThat(api.get(ANONYMOUS, path).status()).isEqualTo(401);
        assertThat(api.get(RESEARCHER, path).status()).isEqualTo(404);
        String blob =
                new Upload(api, RESEARCHER).send(Upload.IMAGE, "mine.jpg", "image/jpeg", LesionImages.jpeg(3, 64, 48));
        Answer answer =
                api.post(RESEARCHER, "/api/v2/accessions/", Map.of("cohort", cohort.id(), "original_blob", blob));
        assertThat(answer.status()).as(answer.text()).isIn(403, 404);
        assertThat(api.post(CONTRIBUTOR, path + "publish/", Map.of("public", true))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAForgedUploadValue() {
        Answer answer =
                api.post(CONTRIBUTOR, "/api/v2/accessions/", Map.of("cohort", cohort.id(), "original_blob", "forged"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").isArray()).isTrue();
    }

    @Test
    void answersUnparsableJsonAndUnknownKeys() {
        var request = HttpRequest.newBuilder(api.uri("/api/v2/accessions/"))
                .header("Authorization", "Bearer " + api.token(CONTRIBUTOR))
                .header("Content-Type", "application/json");
        Answer broken = api.send(request.POST(BodyPublishers.ofString("{")).build());
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().get("detail").asString()).isEqualTo("Cannot parse request body");
        Answer extra =
                api.post(CONTRIBUTOR, "/api/v2/collections/create-from-isic-ids/", Map.of("name", "x", "shoe", 1));
        assertThat(extra.status()).isEqualTo(422);
    }

    @Test
    void deniesThatAPrivateImageExists() {
        Cohort hidden = Cohorts.make(api, CONTRIBUTOR, "Hidden");
        hidden.addImage(
                        STAFF,
                        "hidden.jpg",
                        LesionImages.jpeg(4, 64, 48),
                        Map.of("publish", "embargoed", "isic_id", "ISIC_9700002"))
                .success();
        String path = "/api/v2/images/ISIC_9700002/";
        Eventually.until("the owner sees it", () -> api.get(CONTRIBUTOR, path).status() == 200);
        assertThat(api.get(STAFF, path).status()).isEqualTo(200);
        for (Person stranger : new Person[] {ANONYMOUS, RESEARCHER}) {
            Answer answer = api.get(stranger, path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .isEqualTo(api.get(stranger, "/api/v2/images/ISIC_9799999/").text());
            assertThat(api.count(stranger, "isic_id:ISIC_9700002")).isZero();
        }
    }
}
