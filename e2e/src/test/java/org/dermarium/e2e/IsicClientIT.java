package org.dermarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.Command;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The official client, unchanged, as its users install it. */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(13)
class IsicClientIT {

    private static final int IMAGES = 150;
    private static final int CANNOT_RUN = 77;
    private static final String PATIENT = "IP_9740001";

    private final RunningArchive archive;
    private final Api api;

    IsicClientIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @BeforeAll
    void load() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Client");
        var names = new ArrayList<String>();
        var csv = new StringBuilder("filename,sex,patient_id,public_patient_id\n");
        for (int i = 0; i < IMAGES; i++) {
            names.add(i + ".jpg");
            csv.append("%d.jpg,%s,P,%s\n".formatted(i, i % 2 == 0 ? "male" : "female", PATIENT));
        }
        cohort.addZip("client.zip", Cohorts.zip(names, 96, 72));
        Cohorts.describe(cohort, STAFF, csv.toString());
        cohort.publishAll(true, IMAGES);
        Eventually.until("all are found", () -> api.count(ANONYMOUS, "patient_id:" + PATIENT) == IMAGES);
        List<String> ids = api.search(ANONYMOUS, "patient_id:" + PATIENT);
        long collection = api.post(
                        CONTRIBUTOR,
                        "/api/v2/collections/create-from-isic-ids/",
                        Map.of("name", "Client collection", "isic_ids", ids))
                .success()
                .get("collection_id")
                .asLong();
        assertThat(collection).isPositive();
    }

    @Test
    void listsSignsInAndDownloadsEqualFiles() throws IOException {
        Path out = RunningArchive.TARGET.resolve("isic-cli");
        Command.Result result = Command.run(
                RunningArchive.ROOT.resolve("e2e"),
                Map.of("IMAGES", Integer.toString(IMAGES), "QUERY", "patient_id:" + PATIENT),
                List.of("./isic-cli.sh", archive.url(), CONTRIBUTOR.email(), Person.DEMO_PASSWORD, out.toString()));
        if (result.exit() == CANNOT_RUN) {
            abort(result.output());
        }
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(Files.readString(out.resolve("collections.txt"))).contains("Client collection");
        assertThat(Files.readString(out.resolve("login.txt"))).doesNotContain("unexpected error");
        long males = api.count(CONTRIBUTOR, "sex:male");
        assertThat(Files.readAllLines(out.resolve("male.csv"))).hasSize((int) males + 1);
        assertThat(downloaded(out.resolve("images"))).hasSize(IMAGES).isEqualTo(served());
    }

    private Map<String, String> downloaded(Path folder) throws IOException {
        var hashes = new HashMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).toList()) {
                hashes.put(file.getFileName().toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private Map<String, String> served() {
        var hashes = new HashMap<String, String>();
        for (JsonNode image : api.all(ANONYMOUS, Api.searchPath("patient_id:" + PATIENT))) {
            String url = image.at("/files/full/url").asString();
            byte[] content =
                    api.send(HttpRequest.newBuilder(api.uri(url)).build()).body();
            hashes.put(image.get("isic_id").asString() + ".jpg", sha256(content));
        }
        return hashes;
    }

    private static String sha256(byte[] content) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
