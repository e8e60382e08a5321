package org.dermarium.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Patience;
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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Each service runs twice. Either instance is killed at random moments while images are uploaded and published, DOIs minted
 * and predictions scored; nobody starts it again by hand. The moments come from a number that is printed, and taken from
 * {@code -Ddermarium.e2e.seed} to see the same again.
 */
@ExtendWith(WholeArchive.class)
@EnabledIfSystemProperty(
        named = "dermarium.e2e.instances",
        matches = "[2-4]",
        disabledReason = "each service runs once; -Ddermarium.e2e.instances=2 runs it twice")
@Order(25)
class TwoInstancesIT {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Duration LONGEST_CALM = Duration.ofSeconds(6);
    private static final int KILLS = 10;
    private static final int BEFORE_KILLS = 60;
    private static final int EACH_ROUND = 25;
    private static final int DOIS = 4;
    private static final int IN_A_DOI = 20;
    private static final int QUOTA = 12;
    private static final int FIRST = 9_751_000;
    private static final List<String> VICTIMS = List.of("ingest", "catalog", "search", "doi", "challenge");

    private final RunningArchive archive;
    private final Api api;
    private final NumberedImages images;

    TwoInstancesIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
        this.images = new NumberedImages(api, FIRST, BEFORE_KILLS + KILLS * EACH_ROUND);
    }

    @AfterEach
    void startWhatStands() {
        archive.startWhatStands();
    }

    @Test
    void nothingIsLostAndNothingComesTwiceWhicheverInstanceIsKilled() throws Exception {
        long seed = Long.getLong("dermarium.e2e.seed", System.nanoTime() & 0xFFFF);
        System.out.println("Kills by -Ddermarium.e2e.seed=" + seed);
        var random = new Random(seed);
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Twins");
        Contest contest = Contest.open(api, "Twins", Tables.truth(FIRST), QUOTA);
        long approach = contest.approach(CONTRIBUTOR, "Twins");
        var isOver = new AtomicBoolean();
        var accepted = new ConcurrentSkipListSet<Long>();

        try (var uploader = new Uploader(cohort, FIRST);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            uploader.upload(BEFORE_KILLS);
            uploader.awaitSettled(BEFORE_KILLS);
            Future<Set<String>> dois = threads.submit(this::publishDois);
            Future<?> submissions = threads.submit(() -> submitUntil(isOver, contest, approach, accepted));
            for (int kill = 1; kill <= KILLS; kill++) {
                uploader.upload(EACH_ROUND);
                Patience.rest(Duration.ofMillis(random.nextLong(LONGEST_CALM.toMillis())));
                kill(VICTIMS.get(random.nextInt(VICTIMS.size())) + "-" + (1 + random.nextInt(2)));
            }
            isOver.set(true);
            int uploads = BEFORE_KILLS + KILLS * EACH_ROUND;
            uploader.awaitSettled(uploads);
            submissions.get();

            everyImageIsThereOnce(cohort, uploader.answered(), uploads);
            everyDoiIsMintedOnce(dois.get());
            everySubmissionHasOneScore(contest, approach, accepted);
        }
    }

    private void kill(String victim) {
        System.out.println("Killing " + victim);
        int before = archive.restarts(victim);
        archive.killHard(victim);
        Eventually.until(
                victim + " is started again by itself",
                BOUND,
                () -> archive.restarts(victim) > before && archive.isReady(victim));
    }

    private void everyImageIsThereOnce(Cohort cohort, Set<String> answered, int uploads) {
        assertThat(cohort.accessions()).hasSize(uploads);
        images.awaitEachOnce(uploads, answered, BOUND);
    }

    /** Drafts and publishes as a patient person does: what fails is looked at, and asked again where it did not come through. */
    private Set<String> publishDois() {
        var dataSets = new DataSets(api);
        var names = new TreeSet<String>();
        List<String> members = images.ids(BEFORE_KILLS);
        Eventually.until(
                "the first images are catalogued", BOUND, () -> members.stream().allMatch(images::isCatalogued));
        for (int i = 0; i < DOIS; i++) {
            List<String> some = members.subList(i * 10, i * 10 + IN_A_DOI);
            long collection = patiently("a collection", () -> dataSets.collection(STAFF, "Twins", some));
            String slug = patiently("a draft", () -> dataSets.draft(STAFF, collection));
            Eventually.until("the publication of " + slug + " is begun", BOUND, () -> {
                boolean isBegun = !dataSets.of(slug).get("state").asString().equals("draft");
                return isBegun || dataSets.publish(slug).isSuccess();
            });
            names.add(dataSets.awaitPublished(slug, BOUND).get("doi").asString());
        }
        return names;
    }

    private static <T> T patiently(String what, Callable<T> work) {
        var done = new ArrayList<T>();
        Eventually.until(what, BOUND, () -> done.add(work.call()));
        return done.getFirst();
    }

    private void everyDoiIsMintedOnce(Set<String> published) {
        assertThat(published).hasSize(DOIS);
        String registered = api.get(ANONYMOUS, archive.serviceUrl(RunningArchive.REGISTRAR) + "/")
                .text();
        List<String> ours =
                registered.lines().filter(line -> line.contains("Twins")).toList();
        assertThat(ours).as("DOIs at the registrar").hasSize(DOIS);
        assertThat(published)
                .allSatisfy(doi -> assertThat(
                                ours.stream().filter(line -> line.contains("href=\"/" + doi.toLowerCase(Locale.ROOT))))
                        .hasSize(1));
    }

    private static void submitUntil(AtomicBoolean isOver, Contest contest, long approach, Set<Long> accepted) {
        while (!isOver.get() && accepted.size() < QUOTA) {
            submit(contest, approach, accepted);
            Patience.rest(Duration.ofSeconds(3));
        }
    }

    /** @return the answer's status, 0 when there was none */
    private static int submit(Contest contest, long approach, Set<Long> accepted) {
        Answer answer = contest.submit(CONTRIBUTOR, approach, Tables.predictions(FIRST));
        if (answer.isSuccess()) {
            accepted.add(answer.json().get("id").asLong());
        }
        return answer.status();
    }

    private void everySubmissionHasOneScore(Contest contest, long approach, Set<Long> accepted) {
        Eventually.until("the quota is used up", BOUND, () -> submit(contest, approach, accepted) == 403);
        List<JsonNode> listed = api.all(CONTRIBUTOR, "/api/v2/approaches/" + approach + "/submissions/");
        List<Long> ids = listed.stream()
                .map((JsonNode submission) -> submission.get("id").asLong())
                .toList();
        // An answer may have been lost with the instance that gave it; the submission then counts all the same.
        assertThat(ids).doesNotHaveDuplicates().containsAll(accepted).hasSize(QUOTA);
        contest.assertOneScore(CONTRIBUTOR, ids, BOUND);
    }
}
