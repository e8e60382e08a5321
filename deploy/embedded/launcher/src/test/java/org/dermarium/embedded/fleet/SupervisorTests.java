package org.dermarium.embedded.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Ending;
import org.dermarium.embedded.process.Endings;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.process.RunFiles;
import org.dermarium.embedded.process.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTests {

    private static final String SLEEP = "while true; do sleep 1; done";
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final String marker = "marker-" + UUID.randomUUID();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Clock clock = Clock.systemUTC();

    @AfterEach
    void stopEverything() {
        fleet().stopAll(List.of(), marker);
    }

    @Test
    void startsAgainWhatWasKilled() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        Supervisor supervisor = supervisor(doi);
        long killed = kill(doi);

        lookTwice(supervisor);

        assertThat(pid(doi)).isNotEqualTo(killed);
        assertThat(fleet().find(doi)).isPresent();
        assertThat(ending(doi).restarts()).isEqualTo(1);
        assertThat(ending(doi).exit()).as("nobody of ours was its parent").isEmpty();
    }

    @Test
    void knowsExitStatusOfWhatItStartedItself() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        Supervisor supervisor = supervisor(doi);
        kill(doi);
        lookTwice(supervisor);

        kill(doi);
        lookTwice(supervisor);

        assertThat(ending(doi).exit()).hasValue(137);
        assertThat(ending(doi).restarts()).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("doi: process")
                .contains("exit status 137");
    }

    @Test
    void waitsBeforeItStartsAgain() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        Supervisor supervisor = supervisor(doi);
        kill(doi);

        supervisor.look();
        supervisor.look();

        assertThat(fleet().find(doi)).isEmpty();
        assertThat(ending(doi).nextStart()).isAfter(ending(doi).at());
    }

    @Test
    void leavesAloneWhatWasStopped() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        Supervisor supervisor = supervisor(doi);

        fleet().stopDaemons(List.of(doi));
        lookTwice(supervisor);

        assertThat(fleet().find(doi)).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void stopsForGoodWhatWaitsToBeStartedAgain() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        Supervisor supervisor = supervisor(doi);
        kill(doi);
        supervisor.look();

        fleet().stopDaemons(List.of(doi));
        lookTwice(supervisor);

        assertThat(fleet().find(doi)).isEmpty();
        assertThat(new Endings(folder).find("doi")).isEmpty();
    }

    @Test
    void doesNothingWhileACommandIsAtWork() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        Supervisor supervisor = supervisor(doi);
        kill(doi);

        try (Turn command = turn().orElseThrow()) {
            lookTwice(supervisor);
            assertThat(fleet().find(doi)).isEmpty();
        }

        lookTwice(supervisor);
        assertThat(fleet().find(doi)).isPresent();
    }

    @Test
    void looksAfterTheOthersWhenOneCannotBeStarted() {
        Daemon broken = daemon("broken", SLEEP);
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(broken, doi));
        Supervisor supervisor = supervisor(
                unlaunchable(broken, new OutOfMemoryError("no memory for it")),
                unlaunchable(daemon("other", SLEEP), new IllegalStateException("not built")),
                doi);
        kill(broken);
        kill(doi);

        lookTwice(supervisor);

        assertThat(fleet().find(doi)).isPresent();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no memory for it");
    }

    @Test
    void triesAgainLaterWhatCouldNotBeStarted() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        Supervisor failing = supervisor(unlaunchable(doi, new IllegalStateException("not built")));
        kill(doi);
        lookTwice(failing);
        assertThat(ending(doi).inARow()).isEqualTo(2);

        clock = Clock.offset(Clock.systemUTC(), AN_HOUR.multipliedBy(2));
        supervisor(doi).look();

        assertThat(fleet().find(doi)).isPresent();
    }

    @Test
    void goesOnCountingWhereAKilledSupervisorEnded() {
        Daemon doi = daemon("doi", SLEEP);
        fleet().start(List.of(doi));
        kill(doi);
        lookTwice(supervisor(doi));

        kill(doi);
        lookTwice(supervisor(doi));

        assertThat(ending(doi).restarts()).isEqualTo(2);
        assertThat(ending(doi).inARow()).isEqualTo(2);
    }

    @Test
    void keepsTheLogOfWhatEnded() throws Exception {
        Daemon doi = daemon("doi", "echo the last words; " + SLEEP);
        fleet().start(List.of(doi));
        await().until(() -> Files.readString(folder.resolve("doi.log")).contains("the last words"));
        kill(doi);

        lookTwice(supervisor(doi));

        assertThat(folder.resolve("doi.log.1")).content().contains("the last words");
    }

    /** Once to see what ended, once when its pause is over. */
    private void lookTwice(Supervisor supervisor) {
        supervisor.look();
        clock = Clock.offset(Clock.systemUTC(), AN_HOUR);
        supervisor.look();
        clock = Clock.systemUTC();
    }

    private Supervisor supervisor(Daemon... daemons) {
        return new Supervisor(
                List.of(daemons),
                fleet(),
                new RunFiles(folder),
                this::turn,
                new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)),
                () -> clock.instant());
    }

    private Optional<Turn> turn() {
        return Turn.take(folder.resolve("lock"));
    }

    private Daemon daemon(String name, String script) {
        Path begun = folder.resolve(name + ".begun");
        String marked = ": " + marker + "-" + name + " ; : >" + begun + "; " + script;
        return new Daemon(
                name,
                1,
                List.of(),
                () -> "one",
                marker + "-" + name + " ",
                () -> new ProcessBuilder("sh", "-c", marked),
                () -> Files.exists(begun),
                StopSignal.TERM,
                Duration.ofSeconds(20));
    }

    private static Daemon unlaunchable(Daemon daemon, Throwable why) {
        return new Daemon(
                daemon.name(),
                daemon.tier(),
                daemon.ports(),
                daemon.version(),
                daemon.marker(),
                () -> {
                    if (why instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) why;
                },
                daemon.readiness(),
                daemon.stopSignal(),
                daemon.patience());
    }

    private long kill(Daemon daemon) {
        ProcessHandle process = ProcessHandle.of(pid(daemon)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        return process.pid();
    }

    private long pid(Daemon daemon) {
        return new RunFiles(folder).find(daemon.name()).orElseThrow().pid();
    }

    private Ending ending(Daemon daemon) {
        return new Endings(folder).find(daemon.name()).orElseThrow();
    }

    private Fleet fleet() {
        return new Fleet(
                new RunFiles(folder),
                folder,
                new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));
    }
}
