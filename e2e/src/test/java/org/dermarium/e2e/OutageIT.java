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

    /** First numbers of the public ids given; thousands that no set loaded here uses. */
    private static final int STOPPED = 9_722_000;

    private static final int KILLED = 9_732_000;

    private final RunningArchive archive;
    private final Api api;

    OutageIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @Test
    void searchAndCatalogueCatchUpAloneAfterAStop() {
        Cohort cohort = Cohort.make(api, CONTRIBUTOR, "Stop");
        try (var uploader = new Uploader(cohort, STOPPED)) {
            archive.stop("search");
            uploader.upload(HALF);
            uploader.awaitSettled(HALF);
            Eventually.await(
                    "the catalogue goes on without search",
                    BOUND,
                    () -> assertThat(catalogued(Uploader.isicId(STOPPED + HALF - 1)))
                            .isTrue());
            archive.startAgain("search");
            archive.stop("catalog");
            uploader.upload(HALF);
            uploader.awaitSettled(2 * HALF);
            Eventually.await(
                    "search has all, the catalogue away",
                    BOUND,
                    () -> assertThat(found(STOPPED)).hasSize(2 * HALF));
            archive.startAgain("catalog");
            assertThat(uploader.answered()).hasSize(2 * HALF);
            Eventually.await(
                    "each image is found once",
                    BOUND,
                    () -> assertThat(found(STOPPED)).containsExactlyInAnyOrderElementsOf(uploader.answered()));
            Eventually.await(
                    "each image is catalogued once",
                    BOUND,
                    () -> assertThat(catalogue(STOPPED)).containsExactlyInAnyOrderElementsOf(uploader.answered()));
        }
    }

    @Test
    void whatWasAnsweredWithSuccessSurvivesKillsOfIngestBrokerAndDatabase() {
        Cohort cohort = Cohort.make(api, CONTRIBUTOR, "Kill");
        try (var uploader = new Uploader(cohort, KILLED)) {
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
                    () -> assertThat(found(KILLED))
                            .doesNotHaveDuplicates()
                            .hasSize(4 * THIRD)
                            .containsAll(answered));
            Eventually.await(
                    "each image is catalogued once",
                    BOUND,
                    () -> assertThat(catalogue(KILLED))
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

    private List<String> found(int first) {
        return given(api.search(ANONYMOUS, "isic_id:ISIC_" + first / 1000 + "*"), first);
    }

    private boolean catalogued(String isicId) {
        return api.get(ANONYMOUS, "/api/v2/images/" + isicId + "/").status() == 200;
    }

    private List<String> catalogue(int first) {
        List<String> all = api.all(ANONYMOUS, "/api/v2/images/").stream()
                .map((JsonNode image) -> image.get("isic_id").asString())
                .toList();
        return given(all, first);
    }

    /** Only the ids given here: the archive may have drawn a neighbour for another test. */
    private static List<String> given(List<String> ids, int first) {
        return ids.stream()
                .filter(id -> id.compareTo(Uploader.isicId(first)) >= 0)
                .filter(id -> id.compareTo(Uploader.isicId(first + 2 * HALF)) < 0)
                .toList();
    }
}
