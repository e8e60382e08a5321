package org.dermarium.doi.release.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.dermarium.archive.zip.Sums;
import org.dermarium.blobs.BlobStore;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.work.Backoff;
import org.dermarium.work.ClaimLost;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.dermarium.work.loop.WorkLoops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.r2dbc.core.DatabaseClient;

class ReleaseRecoveryIT extends ReleaseCase {

    private static final class Crash extends Error {}

    @Autowired
    private WorkLoops loops;

    @Autowired
    private WorkQueues queues;

    @Autowired
    private PendingReleases pending;

    @Autowired
    private ReleaseMembers members;

    @Autowired
    private ReadSupplements supplements;

    @Autowired
    private FrozenFiles files;

    @Autowired
    private ReleaseMetrics metrics;

    @Autowired
    private ReleaseSettings settings;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private DatabaseClient db;

    @AfterEach
    void start() {
        if (!loops.isRunning()) {
            loops.start();
        }
    }

    /** At the calls that change the row: forgetting an old seal, beginning, sealing, freezing. */
    @ParameterizedTest
    @ValueSource(strings = {"restart", "begin", "seal", "freeze"})
    void comesToTheSameBytesAfterACrash(String call) throws Exception {
        List<Image> images = told(20);
        order(doi("whole-" + call), images);
        String wanted = bundle(frozen(doi("whole-" + call)));
        loops.stop();
        order(doi("crash-" + call), images);
        crash(crashing(pending, call, 1), blobs);
        boolean wasWhole = files.has(key("crash-" + call));
        double packed = packed();
        loops.start();

        Release release = frozen(doi("crash-" + call));

        assertThat(wasWhole).isEqualTo("freeze".equals(call));
        assertThat(bundle(release)).isEqualTo(wanted);
        assertThat(Sums.of(read(release, Kind.BUNDLE)).sha256()).isEqualTo(wanted);
        assertThat(packed() - packed).isEqualTo(wasWhole ? 0 : release.bytesTotal());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20})
    void comesToTheSameBytesAfterACrashInTheMiddleOfTheArchive(int object) throws Exception {
        List<Image> images = told(20);
        loops.stop();
        order(doi("middle-" + object), images);
        crash(pending, crashing(blobs, "open", object));
        assertThat(files.has(key("middle-" + object))).isFalse();
        loops.start();

        Release release = frozen(doi("middle-" + object));

        assertThat(Sums.of(read(release, Kind.BUNDLE)).sha256()).isEqualTo(bundle(release));
    }

    @Test
    void publishesNothingOfADamagedMemberAndNamesIt() throws Exception {
        List<Image> images = told(5);
        Image damaged = images.get(3);
        byte[] other = bytes(damaged);
        other[other.length / 2]++;
        write(damaged.full().key(), other);
        order(doi("damaged"), images, supplement("x.txt", new byte[3]));

        Eventually.await(
                "it says what is damaged",
                () -> assertThat(release(doi("damaged")))
                        .satisfies(r -> assertThat(r.state()).isEqualTo(Release.State.FAILED))
                        .satisfies(r -> assertThat(r.problem())
                                .isEqualTo(
                                        "images/" + damaged.isicId() + ".jpg has other bytes than its record says.")));
        assertThat(files.has(key("damaged"))).isFalse();
        assertThat(files.has("dois/10.5072-dermarium.damaged/supplements/x.txt"))
                .isFalse();
        assertThat(meters.get("dermarium.release.failures").counter().count()).isPositive();

        write(damaged.full().key(), bytes(damaged));
        assertThat(frozen(doi("damaged")).problem()).isNull();
    }

    @Test
    void givesUpWhatStaysDamagedAndMakesAnotherEditionOnceItIsMended() throws Exception {
        List<Image> images = told(3);
        Image damaged = images.get(1);
        byte[] other = bytes(damaged);
        other[other.length / 2]++;
        loops.stop();
        write(damaged.full().key(), other);
        order(doi("hopeless"), images);
        loops.start();

        Eventually.until("it is given up", () -> release(doi("hopeless")).state() == Release.State.ENDED);
        assertThat(release(doi("hopeless")).problem())
                .isEqualTo("images/" + damaged.isicId() + ".jpg has other bytes than its record says.");
        write(damaged.full().key(), bytes(damaged));
        order(doi("hopeless"), images);

        assertThat(frozen(doi("hopeless")).files())
                .allSatisfy(file -> assertThat(file.key()).startsWith("dois/10.5072-dermarium.hopeless/edition-2/"));
    }

    @Test
    void endsWhenAllImagesWereWithdrawn() {
        List<Image> images = told(2);
        loops.stop();
        order(doi("nothing"), images);
        tell(
                EventType.IMAGE_WITHDRAWN,
                images.stream()
                        .map(i -> ImageBuilder.anImage(i.id())
                                .published()
                                .isicId(i.isicId())
                                .withdrawn("consent")
                                .version(9)
                                .build())
                        .toList());
        awaitKnown(images, "withdrawn");
        loops.start();

        Eventually.until("it ends", () -> release(doi("nothing")).state() == Release.State.ENDED);
        assertThat(release(doi("nothing")).problem()).isEqualTo("All images of the data set were withdrawn.");
    }

    /** The moment between two questions once made it look as if all images were withdrawn. */
    @Test
    void goesOnWhenItsImagesBecomeKnownJustAfterItHasLooked() throws Exception {
        List<Image> images = images(2);
        loops.stop();
        order(doi("just-after"), images);
        var isTold = new AtomicBoolean();
        var late = intercepted(pending, call -> {
            boolean isLooking =
                    Set.of("find", "gather").contains(call.getMethod().getName());
            if (!isLooking && isTold.compareAndSet(false, true)) {
                tell(EventType.IMAGE_PUBLISHED, images);
                awaitKnown(images, "public");
            }
            return call.proceed();
        });
        var build = new BuildRelease(late, members, supplements, files, blobs, metrics, settings);
        Job job = taken();

        queue().settle(
                        job,
                        new WorkOnReleases(queues, late, build, settings, metrics).work(job, () -> {}),
                        Backoff.STANDARD);
        loops.start();

        assertThat(frozen(doi("just-after")).problem()).isNull();
    }

    @Test
    void changesNothingOnceItIsGivenUp() {
        loops.stop();
        order(doi("called-off"), told(2));
        Job job = taken();

        assertThat(releases.giveUp(doi("called-off")).block()).isTrue();

        assertThatThrownBy(() -> queue().whileHeld(job, pending.restart(job.key())))
                .isInstanceOf(ClaimLost.class);
        assertThatThrownBy(() -> queue().settle(
                                job, Settlement.done().with(pending.freeze(job.key(), List.of())), Backoff.STANDARD))
                .isInstanceOf(ClaimLost.class);
        assertThat(release(doi("called-off")).state()).isEqualTo(Release.State.ENDED);
    }

    @Test
    void namesAMemberWhoseFileIsGone() {
        List<Image> images = told(3);
        Image missing = images.get(1);
        blobs.delete(missing.full().bucket(), missing.full().key());
        order(doi("missing"), images);

        Eventually.until(
                "it says what is missing",
                () -> ("images/" + missing.isicId() + ".jpg is no longer in the storage.")
                        .equals(release(doi("missing")).problem()));
        write(missing.full().key(), bytes(missing));
        frozen(doi("missing"));
    }

    @Test
    void neverReplacesAnotherObject() throws Exception {
        byte[] other = {1, 2, 3};
        write(key("other"), other);
        order(doi("other"), told(2));

        Eventually.until(
                "it says that another object is there",
                () -> (key("other") + " is there with other bytes than this release has, and stays as it is.")
                        .equals(release(doi("other")).problem()));
        assertThat(read(key("other"))).isEqualTo(other);
        blobs.delete(isolation().publicBucket(), key("other"));
        frozen(doi("other"));
    }

    @Test
    void packsNothingAgainThatIsThereAlreadyAfterItsRowsWereLost() throws Exception {
        List<Image> images = told(3);
        order(doi("kept"), images);
        byte[] kept = read(frozen(doi("kept")), Kind.BUNDLE);
        write(key("copy"), kept);
        double packed = packed();
        order(doi("copy"), images);

        assertThat(bundle(frozen(doi("copy")))).isEqualTo(Sums.of(kept).sha256());
        assertThat(packed() - packed).isLessThanOrEqualTo(kept.length);
    }

    @Test
    void appliesNewsOfImagesOnceWhateverTheirOrder() throws Exception {
        List<Image> images = told(2);
        tell(EventType.IMAGE_PUBLISHED, images.reversed());
        tell(EventType.IMAGE_PUBLISHED, images);
        order(doi("twice"), images);

        assertThat(unpacked(read(frozen(doi("twice")), Kind.BUNDLE)).keySet())
                .containsAll(paths(images).toList());
    }

    /** Works on the next release with the parts given until one of them breaks off, as a process does that is killed. */
    private void crash(PendingReleases crashingReleases, BlobStore crashingBlobs) {
        var build = new BuildRelease(crashingReleases, members, supplements, files, crashingBlobs, metrics, settings);
        var worker = new WorkOnReleases(queues, crashingReleases, build, settings, metrics);
        Eventually.until("its images are known, and it breaks off", () -> {
            Job job = taken();
            try {
                queue().settle(job, worker.work(job, () -> {}), Backoff.STANDARD);
                return false;
            } catch (Throwable failure) {
                assertThat(NestedExceptionUtils.getMostSpecificCause(failure)).isInstanceOf(Crash.class);
                return true;
            }
        });
    }

    private void awaitKnown(List<Image> images, String visibility) {
        Eventually.until(
                "its images are known to be " + visibility,
                () -> db.sql("select count(*) from image where isic_id = any(:ids) and visibility = :visibility")
                        .bind("visibility", visibility)
                        .bind("ids", ids(images).toArray(String[]::new))
                        .mapValue(Long.class)
                        .one()
                        .map(known -> known == images.size())
                        .block());
    }

    /** Its lease is over at once. */
    private Job taken() {
        List<Job> taken = new ArrayList<>();
        Eventually.until("the release is due", () -> {
            taken.addAll(queue().take(1, Duration.ZERO));
            return !taken.isEmpty();
        });
        return taken.getFirst();
    }

    private WorkQueue queue() {
        return queues.named(Releases.QUEUE);
    }

    private static <T> T crashing(T real, String method, int at) {
        var calls = new AtomicInteger();
        return intercepted(real, call -> {
            if (call.getMethod().getName().equals(method) && calls.incrementAndGet() == at) {
                throw new Crash();
            }
            return call.proceed();
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> T intercepted(T real, MethodInterceptor interceptor) {
        var factory = new ProxyFactory(real);
        factory.setProxyTargetClass(!Modifier.isFinal(real.getClass().getModifiers()));
        factory.addAdvice(interceptor);
        return (T) factory.getProxy();
    }

    private double packed() {
        return meters.get("dermarium.release.bytes").counter().count();
    }

    private static String bundle(Release release) {
        return release.files().getFirst().sha256();
    }

    private static String key(String suffix) {
        return "dois/10.5072-dermarium." + suffix + "/my-set.zip";
    }
}
