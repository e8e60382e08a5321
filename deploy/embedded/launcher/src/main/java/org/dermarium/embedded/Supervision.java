package org.dermarium.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dermarium.embedded.fleet.Supervisor;
import org.dermarium.embedded.fleet.Turn;
import org.dermarium.embedded.home.Compiling;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.home.Program;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Readiness;
import org.dermarium.embedded.process.StopSignal;

/** The small process that stays behind when {@code up} is done and starts again what ends. */
record Supervision(Installation installation) {

    static final String NAME = "supervisor";
    /** Stopped before everything that it would start again. */
    private static final int TIER = 9;

    Daemon daemon() {
        return new Daemon(
                NAME,
                TIER,
                List.of(),
                () -> "",
                Jvm.marker(installation.home(), NAME),
                this::process,
                () -> true,
                StopSignal.TERM,
                Readiness.ANSWER_TIME);
    }

    /** Starts it when something was started and none is there: it was killed, or an older launcher started the rest. */
    void ensure() {
        boolean isWanted = !installation.home().runFiles().all().isEmpty();
        if (!isWanted || installation.fleet().find(daemon()).isPresent()) {
            return;
        }
        Optional<Turn> turn = installation.home().tryLock();
        if (turn.isPresent()) {
            try (Turn mine = turn.get()) {
                installation.fleet().start(List.of(daemon()));
            }
        }
    }

    /** What the process does, until it is stopped; nothing while another one does it. */
    void run() throws InterruptedException {
        Optional<Turn> only = Turn.take(installation.home().run().resolve("supervisor.lock"));
        if (only.isEmpty()) {
            installation.progress().say("Another supervisor is at work.");
            return;
        }
        try (Turn mine = only.get()) {
            new Supervisor(
                            supervised(),
                            installation.fleet(),
                            installation.home().runFiles(),
                            installation.home()::tryLock,
                            installation.progress(),
                            InstantSource.system())
                    .run();
        }
    }

    private List<Daemon> supervised() {
        var all = new ArrayList<>(installation.servers().daemons());
        all.addAll(installation.services().daemonsAsStarted());
        all.addAll(installation.dashboards().known());
        return all;
    }

    /** From a copy of the launcher, so that building does not pull its classes away. */
    private ProcessBuilder process() throws IOException {
        Path program = Program.install(
                installation.sources().resolve("deploy/embedded/launcher/target/dist"),
                installation.home().programs().resolve(NAME));
        List<String> command = Jvm.command(installation.home(), NAME, Compiling.QUICK, "-Xmx48m");
        command.addAll(List.of(
                "-Ddermarium.root=" + installation.sources(),
                "-cp",
                program.resolve("lib") + "/*",
                Launcher.class.getName(),
                "supervise"));
        return new ProcessBuilder(command);
    }
}
