package org.dermarium.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.Contest;
import org.dermarium.e2e.archive.DataSets;
import org.dermarium.e2e.archive.NumberedImages;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.Tables;
import org.dermarium.e2e.archive.Uploader;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.AfterEach;
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
    private static final int KILLS = 10;

    /** First numbers of the public ids given; thousands that no set loaded here uses. */
    private static final int STOPPED = 9_722_000;

    private static final int KILLED = 9_732_000;

    private static final int PUBLISHED = 9_741_000;

    private final RunningArchive archive;
    private final Api api;

    OutageIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    /** A test that failed half-way must not take the others with it. */
    @AfterEach
    void startWhatStands() {
        archive.startWhatStands();
    }

    @Test
    void searchAndCatalogueCatchUpAloneAfterAStop() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Stop");
        var images = new NumberedImages(api, STOPPED, 2 * HALF);
        try (var uploader = new Uploader(cohort, STOPPED)) {
            archive.stop("search");
            uploader.upload(HALF);
            uploader.awaitSettled(HALF);
            Eventually.await(
                    "the catalogue goes on without search",
                    BOUND,
                    () -> assertThat(images.isCatalogued(Uploader.isicId(STOPPED + HALF - 1)))
                            .isTrue());
            archive.startAgain("search");
            archive.stop("catalog");
            uploader.upload(HALF);
            uploader.awaitSettled(2 * HALF);
            Eventually.await(
                    "search has all, the catalogue away",
                    BOUND,
                    () -> assertThat(images.found()).hasSize(2 * HALF));
            archive.startAgain("catalog");
            assertThat(uploader.answered()).hasSize(2 * HALF);
            images.awaitEachOnce(2 * HALF, uploader.answered(), BOUND);
        }
    }

    @Test
    void doisAndScoresCatchUpAloneAfterAStopAndDelayNobody() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Publish");
        var dataSets = new DataSets(api);
        var images = new NumberedImages(api, PUBLISHED, 2 * HALF);
        try (var uploader = new Uploader(cohort, PUBLISHED)) {
            uploader.upload(2 * HALF);
            uploader.awaitSettled(THIRD);
            List<String> members = images.ids(THIRD);
            Eventually.until("the first are catalogued", BOUND, () -> images.isCatalogued(members.getLast()));
            String first = dataSets.draft(STAFF, dataSets.collection(STAFF, "Stopped", members.subList(0, 40)));
            String second = dataSets.draft(STAFF, dataSets.collection(STAFF, "Stopped", members.subList(20, 60)));
            dataSets.publish(first).success();
            dataSets.publish(second).success();
            archive.stop("doi");
            uploader.awaitSettled(HALF);
            archive.startAgain("doi");
            archive.stop("challenge");
            JsonNode one = dataSets.awaitPublished(first, BOUND);
            JsonNode other = dataSets.awaitPublished(second, BOUND);
            uploader.awaitSettled(2 * HALF);
            archive.startAgain("challenge");
            assertThat(one.get("doi").asString()).isNotEqualTo(other.get("doi").asString());
            assertThat(List.of(one, other))
                    .allSatisfy(
                            doi -> assertThat(doi.get("images_count").asInt()).isEqualTo(40))
                    .allSatisfy(doi -> assertThat(
                                    DataSets.file(doi, "bundle").get("sha256").asString())
                            .hasSize(64));
            Eventually.await(
                    "each image is found once",
                    BOUND,
                    () -> assertThat(images.found()).containsExactlyInAnyOrderElementsOf(uploader.answered()));
        }
        Contest contest = Contest.open(api, "Outage", Tables.truth(PUBLISHED), 0);
        long approach = contest.approach(CONTRIBUTOR, "Back again");
        JsonNode scored = contest.ended(
                CONTRIBUTOR,
                contest.submit(CONTRIBUTOR, approach, Tables.predictions(PUBLISHED))
                        .success()
                        .get("id")
                        .asLong(),
                BOUND);
        assertThat(scored.get("status").asString()).isEqualTo("succeeded");
    }

    /** Every submission gets its score once, whenever the process that scores it is killed. */
    @Test
    void eachSubmissionIsScoredOnceThoughScoringIsKilledAgainAndAgain() {
        Contest contest = Contest.open(api, "Killed", Tables.truth(PUBLISHED), 0);
        long approach = contest.approach(CONTRIBUTOR, "Survivor");
        var submissions = new TreeSet<Long>();
        var random = new Random(4);
        for (int kill = 0; kill < KILLS; kill++) {
            for (int i = 0; i < 3; i++) {
                submissions.add(contest.submit(CONTRIBUTOR, approach, Tables.predictions(PUBLISHED))
                        .success()
                        .get("id")
                        .asLong());
            }
            int scored = random.nextInt(submissions.size());
            Eventually.until("some are scored", BOUND, () -> ended(submissions) >= Math.min(scored, 2));
            archive.killHard("challenge");
            archive.startAgain("challenge");
        }
        contest.assertOneScore(CONTRIBUTOR, submissions, BOUND);
    }

    private long ended(Set<Long> submissions) {
        return submissions.stream()
                .filter(id -> !Set.of("queued", "scoring")
                        .contains(api.get(CONTRIBUTOR, "/api/v2/submissions/" + id + "/")
                                .success()
                                .get("status")
                                .asString()))
                .count();
    }

    @Test
    void whatWasAnsweredWithSuccessSurvivesKillsOfIngestBrokerAndDatabase() {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Kill");
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
            new NumberedImages(api, KILLED, 4 * THIRD).awaitEachOnce(4 * THIRD, uploader.answered(), BOUND);
            assertThat(cohort.accessions()).hasSize(4 * THIRD);
        }
        Eventually.until(
                "everything is ready again",
                BOUND,
                () -> archive.status().get("ready").asBoolean());
    }

    @Test
    void aKilledProcessIsStartedAgainByItself() {
        for (String victim : List.of("search", "s3")) {
            int before = archive.restarts(victim);

            archive.killHard(victim);

            Eventually.until(
                    victim + " is back without help",
                    BOUND,
                    () -> archive.restarts(victim) > before && archive.isReady(victim));
        }
        assertThat(api.get(ANONYMOUS, Api.searchPath("")).status()).isEqualTo(200);
    }
}
