package org.dermarium.embedded.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.process.RunFiles;
import org.dermarium.embedded.process.Running;
import org.dermarium.embedded.process.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTests {

    private static final String SLEEP = "while true; do sleep 1; done";

    @TempDir
    Path folder;

    private final String marker = "marker-" + UUID.randomUUID();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @AfterEach
    void stopEverything() {
        fleet().stopAll(List.of(), marker);
    }

    @Test
    void adoptsWhatRunsAlready() {
        fleet().start(List.of(daemon("kafka", SLEEP)));
        long pid = pid("kafka");

        fleet().start(List.of(daemon("kafka", SLEEP)));

        assertThat(pid("kafka")).isEqualTo(pid);
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("already running, process " + pid);
    }

    @Test
    void startsCrashedProcessAgain() {
        fleet().start(List.of(daemon("kafka", SLEEP)));
        long pid = pid("kafka");
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        fleet().start(List.of(daemon("kafka", SLEEP)));

        assertThat(pid("kafka")).isNotEqualTo(pid);
    }

    @Test
    void findsProcessWhoseRunFileWasLost() {
        fleet().start(List.of(daemon("kafka", SLEEP)));
        long pid = pid("kafka");
        new RunFiles(folder).delete("kafka");

        assertThat(fleet().find(daemon("kafka", SLEEP)).map(Running::pid)).contains(pid);
    }

    @Test
    void stopsOrphanNobodyRemembers() {
        fleet().start(List.of(daemon("kafka", SLEEP)));
        new RunFiles(folder).delete("kafka");

        fleet().stopAll(List.of(), marker);

        assertThat(CommandLines.containing(marker)).isEmpty();
    }

    @Test
    void startsChangedProgramAnew() {
        fleet().start(List.of(daemon("kafka", SLEEP)));
        long pid = pid("kafka");

        fleet().start(List.of(daemon("kafka", "two", List.of(), SLEEP)));

        assertThat(pid("kafka")).isNotEqualTo(pid);
    }

    @Test
    void startsNothingWhenPortIsTakenAndSaysByWhom() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var free = daemon("kafka", SLEEP);
            var taken = daemon("postgres", "one", List.of(socket.getLocalPort()), SLEEP);

            assertThatThrownBy(() -> fleet().start(List.of(free, taken)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("%d, wanted by postgres, is held by process %d"
                            .formatted(
                                    socket.getLocalPort(),
                                    ProcessHandle.current().pid()));
        }
        assertThat(new RunFiles(folder).all()).isEmpty();
    }

    @Test
    void showsLastWordsOfProcessThatDies() {
        Daemon dying = new Daemon(
                "kafka",
                1,
                List.of(),
                () -> "one",
                marker,
                () -> new ProcessBuilder("sh", "-c", "echo no space left: " + marker),
                () -> false,
                StopSignal.TERM,
                Duration.ofSeconds(20));

        assertThatThrownBy(() -> fleet().start(List.of(dying)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("kafka ended while starting")
                .hasMessageContaining("no space left");
    }

    @Test
    void stopsWhatItStartedWhenItIsUndone() {
        Fleet fleet = fleet();
        fleet.start(List.of(daemon("kafka", SLEEP)));

        fleet.undo();

        assertThat(CommandLines.containing(marker)).isEmpty();
    }

    @Test
    void stopsServicesBeforeServers() throws IOException {
        String tells = "trap 'echo %s >>" + folder.resolve("order") + "; exit' TERM; " + SLEEP;
        Daemon server = daemon("kafka", tells.formatted("server"));
        fleet().start(List.of(server));
        Daemon service = daemon("ingest", tells.formatted("service"));
        Daemon later = new Daemon(
                service.name(),
                2,
                service.ports(),
                service.version(),
                service.marker(),
                service.launch(),
                service.readiness(),
                service.stopSignal(),
                service.patience());
        fleet().start(List.of(later));

        fleet().stopAll(List.of(server, later), marker);

        assertThat(Files.readAllLines(folder.resolve("order"))).containsExactly("service", "server");
    }

    private Daemon daemon(String name, String script) {
        return daemon(name, "one", List.of(), script);
    }

    private Daemon daemon(String name, String version, List<Integer> ports, String script) {
        Path begun = folder.resolve(name + ".begun");
        String marked = ": " + marker + "-" + name + " ; : >" + begun + "; " + script;
        return new Daemon(
                name,
                1,
                ports,
                () -> version,
                marker + "-" + name + " ",
                () -> new ProcessBuilder("sh", "-c", marked),
                () -> Files.exists(begun),
                StopSignal.TERM,
                Duration.ofSeconds(20));
    }

    private long pid(String name) {
        return new RunFiles(folder).find(name).orElseThrow().pid();
    }

    private Fleet fleet() {
        return new Fleet(
                new RunFiles(folder), folder, new Progress(new PrintStream(screen, true, StandardCharsets.UTF_8)));
    }
}
