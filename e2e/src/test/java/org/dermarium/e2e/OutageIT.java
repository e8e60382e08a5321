package org.dermarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.e2e.Person.ANONYMOUS;
import static org.dermarium.e2e.Person.CONTRIBUTOR;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Services and servers go away while images come in; nothing is lost, nothing comes twice, nobody else is disturbed. */
@ExtendWith(WholeArchive.class)
@Order(20)
class OutageIT {

    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final int HALF = 250;
    private static final int THIRD = 70;

    private final RunningArchive archive;
    private final Api api;

    OutageIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @Test
    void searchAndCatalogueCatchUpAloneAfterAStop() {
        Cohort cohort = Cohort.make(api, CONTRIBUTOR, "Stop");
        try (var uploader = new Uploader(cohort, 9_720_000)) {
            archive.stop("search");
            uploader.upload(HALF);
            uploader.awaitSettled(HALF);
            Eventually.await(
                    "the catalogue goes on without search",
                    BOUND,
                    () -> assertThat(catalogued("ISIC_9720249")).isTrue());
            archive.startAgain("search");
            archive.stop("catalog");
            uploader.upload(HALF);
            uploader.awaitSettled(2 * HALF);
            Eventually.await(
                    "search has all, the catalogue away",
                    BOUND,
                    () -> assertThat(found("ISIC_972*")).hasSize(2 * HALF));
            archive.startAgain("catalog");
            assertThat(uploader.answered()).hasSize(2 * HALF);
            Eventually.await(
                    "each image is found once",
                    BOUND,
                    () -> assertThat(found("ISIC_972*")).containsExactlyInAnyOrderElementsOf(uploader.answered()));
            Eventually.await(
                    "each image is catalogued once",
                    BOUND,
                    () -> assertThat(catalogue("ISIC_972")).containsExactlyInAnyOrderElementsOf(uploader.answered()));
        }
    }

    @Test
    void whatWasAnsweredWithSuccessSurvivesKillsOfIngestBrokerAndDatabase() {
        Cohort cohort = Cohort.make(api, CONTRIBUTOR, "Kill");
        try (var uploader = new Uploader(cohort, 9_730_000)) {
            uploader.upload(4 * THIRD);
            int settled = 0;
            for (String victim : List.of("ingest", "kafka", "postgres")) {
                settled += THIRD;
                uploader.awaitSettled(settled);
                archive.killHard(victim);
                archive.startAgain(victim);
            }
            uploader.awaitSettled(4 * THIRD);
            var answered = new TreeSet<>(uploader.answered());
            Eventually.await(
                    "each image is found once",
                    BOUND,
                    () -> assertThat(found("ISIC_973*"))
                            .doesNotHaveDuplicates()
                            .hasSize(4 * THIRD)
                            .containsAll(answered));
            Eventually.await(
                    "each image is catalogued once",
                    BOUND,
                    () -> assertThat(catalogue("ISIC_973"))
                            .doesNotHaveDuplicates()
                            .hasSize(4 * THIRD)
                            .containsAll(answered));
            assertThat(cohort.accessions()).hasSize(4 * THIRD);
        }
        Eventually.until(
                "everything is ready again",
                BOUND,
                () -> archive.status().get("ready").asBoolean());
    }

    private List<String> found(String pattern) {
        return api.search(ANONYMOUS, "isic_id:" + pattern);
    }

    private boolean catalogued(String isicId) {
        return api.get(ANONYMOUS, "/api/v2/images/" + isicId + "/").status() == 200;
    }

    private List<String> catalogue(String prefix) {
        return api.all(ANONYMOUS, "/api/v2/images/").stream()
                .map((JsonNode image) -> image.get("isic_id").asString())
                .filter(id -> id.startsWith(prefix))
                .toList();
    }
}
