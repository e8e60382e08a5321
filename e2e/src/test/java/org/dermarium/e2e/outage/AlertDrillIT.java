package org.dermarium.e2e.outage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Upload;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.Contest;
import org.dermarium.e2e.archive.DataSets;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.Uploader;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every alert of {@code deploy/prometheus/rules.yml} is caused by what it is about, fires, and ends when its cause is mended.
 * The rules are the real ones in {@linkplain FastRules fast motion}; {@code docs/operations.md} tells how to do the same by
 * hand.
 */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(
        named = "dermarium.e2e.alerts",
        matches = "true",
        disabledReason = "takes minutes of outages; asked for by -Ddermarium.e2e.alerts=true")
@EnabledIf(
        value = "org.dermarium.e2e.outage.Prometheus#isInstalled",
        disabledReason = "there is no prometheus on the PATH")
@Order(31)
class AlertDrillIT {

    /** Nothing that is done from outside causes these; {@code rules_test.yml} proves them. */
    private static final Set<String> FAULTS_OF_OURS = Set.of("WorkBehind", "JobsGivenUp", "JobsSetAside", "LoopFails");

    private static final Duration BOUND = Duration.ofMinutes(3);

    /** First number of the public ids given; thousands that no set loaded here uses. */
    private static final int FIRST = 9_752_000;

    private static final int PUBLISHED = 12;
    private static final int STEP = 20;

    /** In fast motion half a second is late: a busy machine is, without any outage. */
    private static final String ANY_TIME = "InboxLate";

    private static final byte[] TRUTH = "image,MEL,NV\nA,1,0\nB,0,1\n".getBytes(UTF_8);

    private final RunningArchive archive;
    private final Api api;
    private final DataSets dataSets;
    private final Set<String> caused = new TreeSet<>();
    private Cohort cohort;
    private Uploader uploader;
    private int uploaded;
    private Contest contest;
    private long approach;
    private FastRules rules;
    private Prometheus prometheus;
    private Set<String> before = Set.of();

    AlertDrillIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
        this.dataSets = new DataSets(api);
    }

    @BeforeAll
    void watch() throws IOException {
        cohort = Cohorts.make(api, CONTRIBUTOR, "Drill");
        uploader = new Uploader(cohort, FIRST);
        upload(PUBLISHED);
        contest = Contest.open(api, "Drill", TRUTH, 0);
        approach = contest.approach(CONTRIBUTOR, "Drilled");
        rules = FastRules.read();
        prometheus = Prometheus.start(archive, api, rules);
        awaitQuiet();
    }

    @AfterAll
    void leaveInPeace() {
        if (uploader != null) {
            uploader.close();
        }
        if (prometheus != null) {
            prometheus.close();
        }
    }

    /** What fires still for the drill before is none of the next one's. */
    @BeforeEach
    void remember() {
        before = prometheus.firing();
    }

    /** Also after a drill that failed half-way. */
    @AfterEach
    void mend() {
        archive.startWhatStands();
        registrar("DELETE", "");
    }

    @Test
    void tellsThatAServiceIsDown() {
        archive.stop("search");
        awaitFiring(List.of("ServiceDown{service=search}"));
        archive.startAgain("search");
        awaitResolved("ServiceDown");
    }

    @Test
    void tellsThatNoServiceCanAskItsDatabase() {
        archive.stop("postgres");
        awaitFiring(List.of(
                "DatabaseAway{service=identity}",
                "DatabaseAway{service=ingest}",
                "DatabaseAway{service=catalog}",
                "DatabaseAway{service=doi}",
                "DatabaseAway{service=challenge}"));
        archive.startAgain("postgres");
        awaitResolved("DatabaseAway");
    }

    /** Submissions are scored all the same. */
    @Test
    void tellsThatEventsDoNotLeave() {
        archive.stop("kafka");
        long submission = submit("0.9,0.1");
        assertThat(ended(submission)).isEqualTo("succeeded");
        awaitFiring(List.of("OutboxStuck{service=challenge}"));
        archive.startAgain("kafka");
        awaitResolved("OutboxStuck");
    }

    @Test
    void tellsThatSubmissionsWait() {
        long submission = submit("0.9,0.1");
        assertThat(ended(submission)).isEqualTo("succeeded");
        archive.stop("s3");
        scoreAgain(submission);
        awaitFiring(List.of("ScoringBehind"));
        archive.startAgain("s3");
        assertThat(ended(submission)).isEqualTo("succeeded");
        awaitResolved("ScoringBehind");
    }

    /** The image is one of its cohort's collection too. */
    @Test
    void tellsThatSearchHasNoIndexToAskAndNoneToWriteTo() {
        archive.stop("elasticsearch");
        upload(1);
        Eventually.await("readers are refused and the alerts tell why", BOUND, () -> {
            assertThat(search()).isEqualTo(503);
            assertFiring(List.of(
                    "CircuitBreakerOpen{name=elasticsearch, service=search}",
                    "HttpErrors{service=gateway}",
                    "HttpErrors{service=search}",
                    "InboxStuck{service=search, topic=images}",
                    "InboxStuck{service=search, topic=collections}",
                    "InboxStuck{service=search, topic=memberships}"));
        });
        archive.startAgain("elasticsearch");
        Eventually.await("readers are served and the alerts end", BOUND, () -> {
            assertThat(search()).isEqualTo(200);
            assertResolved("CircuitBreakerOpen", "HttpErrors", "InboxStuck");
        });
    }

    /** An index that stands still again and again while images come. */
    @Test
    void tellsThatEventsAreSeenLate() {
        Eventually.await("images are found late again and again", BOUND, () -> {
            try (var slow = archive.halt("elasticsearch")) {
                upload(STEP);
            }
            assertFiring(List.of("InboxLate{service=search, topic=images}"));
        });
        awaitResolved("InboxLate");
    }

    @Test
    void tellsThatUploadsWaitAndReleasesFailWithoutTheirStorage() {
        String blob = new Upload(api, CONTRIBUTOR)
                .send(Upload.IMAGE, "waits.jpg", "image/jpeg", LesionImages.jpeg(2, 96, 72));
        String slug = draft();
        archive.stop("s3");
        long accession = api.post(
                        CONTRIBUTOR, "/api/v2/accessions/", Map.of("cohort", cohort.id(), "original_blob", blob))
                .success()
                .get("id")
                .asLong();
        dataSets.publish(slug).success();
        awaitFiring(List.of("ProcessingBehind{service=ingest}", "ReleaseFails"), "CircuitBreakerOpen");
        archive.startAgain("s3");
        assertThat(cohort.processed(accession).get("state").asString()).isEqualTo("awaiting_review");
        dataSets.awaitPublished(slug, BOUND);
        awaitResolved("ProcessingBehind", "ReleaseFails");
    }

    @Test
    void tellsThatADoiWaitsForItsRegistrar() {
        String slug = draft();
        registrar("POST", "{\"fault\":\"too-many-requests\"}");
        dataSets.publish(slug).success();
        awaitFiring(List.of("DoiWaits"));
        registrar("DELETE", "");
        dataSets.awaitPublished(slug, BOUND);
        awaitResolved("DoiWaits");
    }

    @Test
    void tellsThatAFileOfASubmissionIsLost() throws IOException {
        long submission = submit("0.7319,0.2681");
        assertThat(ended(submission)).isEqualTo("succeeded");
        Path file = archive.stored(predictions("0.7319,0.2681"));
        Path lost = Files.move(file, RunningArchive.TARGET.resolve("lost"));
        scoreAgain(submission);
        assertThat(ended(submission)).isEqualTo("internal_failure");
        awaitFiring(List.of("ScoringFails"), "ScoringBehind");
        Files.move(lost, file);
        scoreAgain(submission);
        assertThat(ended(submission)).isEqualTo("succeeded");
        awaitResolved("ScoringFails");
    }

    /** The alert stays until the service is started again. */
    @Test
    void tellsThatARecordCannotBeApplied() {
        var broker = Map.<String, Object>of(
                "bootstrap.servers",
                URI.create(archive.serviceUrl(RunningArchive.KAFKA)).getAuthority());
        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("dois", "drill", "This is no event."));
        }
        awaitFiring(List.of("DeadLetters{service=catalog, topic=dois}"));
        archive.stop("catalog");
        archive.startAgain("catalog");
        awaitResolved("DeadLetters");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noAlertWasLeftOutAndNoneIsLeft() {
        var wanted = new TreeSet<>(rules.alerts());
        wanted.removeAll(FAULTS_OF_OURS);
        assertThat(caused).isEqualTo(wanted);
        awaitQuiet();
    }

    private void awaitFiring(List<String> alerts, String... followers) {
        Eventually.await(String.join(" and ", alerts), BOUND, () -> assertFiring(alerts, followers));
    }

    private void awaitResolved(String... names) {
        Eventually.await(String.join(" and ", names) + " end", BOUND, () -> assertResolved(names));
    }

    private void awaitQuiet() {
        Eventually.await(
                "no alert fires", BOUND, () -> assertThat(prometheus.firing()).isEmpty());
    }

    /**
     * Since the drill began exactly these have begun to fire.
     *
     * @param followers names of others that the same cause may bring, sooner or later
     */
    private void assertFiring(List<String> alerts, String... followers) {
        Set<String> firing = prometheus.firing();
        firing.removeAll(before);
        assertThat(firing).containsAll(alerts);
        firing.removeAll(alerts);
        assertThat(firing.stream().map(AlertDrillIT::name).filter(name -> !name.equals(ANY_TIME)))
                .isSubsetOf(followers);
        alerts.stream().map(AlertDrillIT::name).forEach(caused::add);
    }

    private void assertResolved(String... names) {
        assertThat(prometheus.firing().stream().map(AlertDrillIT::name)).doesNotContain(names);
    }

    private static String name(String alert) {
        return alert.replaceAll("\\{.*", "");
    }

    private void upload(int images) {
        uploader.upload(images);
        uploaded += images;
        uploader.awaitSettled(uploaded);
    }

    private int search() {
        return api.get(ANONYMOUS, Api.searchPath("")).status();
    }

    private String draft() {
        List<String> members = IntStream.range(FIRST, FIRST + PUBLISHED)
                .mapToObj(Uploader::isicId)
                .toList();
        return dataSets.draft(STAFF, dataSets.collection(STAFF, "Drill", members));
    }

    private long submit(String first) {
        return contest.submit(CONTRIBUTOR, approach, predictions(first))
                .success()
                .get("id")
                .asLong();
    }

    private static byte[] predictions(String first) {
        return ("image,MEL,NV\nA," + first + "\nB,0.2,0.8\n").getBytes(UTF_8);
    }

    private void scoreAgain(long submission) {
        api.post(STAFF, "/api/v2/submissions/" + submission + "/rescore/", Map.of())
                .success();
    }

    private String ended(long submission) {
        return contest.ended(CONTRIBUTOR, submission, BOUND).get("status").asString();
    }

    private void registrar(String method, String fault) {
        api.send(HttpRequest.newBuilder(URI.create(archive.serviceUrl(RunningArchive.REGISTRAR) + "/faults"))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(fault))
                        .build())
                .success();
    }
}
