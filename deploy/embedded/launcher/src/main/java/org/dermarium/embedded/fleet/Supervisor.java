package org.dermarium.embedded.fleet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Ending;
import org.dermarium.embedded.process.Endings;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.process.RunFiles;
import org.dermarium.embedded.process.Running;
import org.jspecify.annotations.Nullable;

/**
 * Starts again what ended without being stopped, after a pause that grows while it ends again and again; it never gives up.
 * Whatever has a run file is to run: only a command that stops it takes that file away. It acts only when no command is at
 * work, and never waits for what it started, so that commands need not wait for it.
 */
public final class Supervisor {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final long LEARN_EXIT_SECONDS = 1;

    private final List<Daemon> daemons;
    private final Fleet fleet;
    private final RunFiles runFiles;
    private final Endings endings;
    private final Supplier<Optional<Turn>> turns;
    private final Progress progress;
    private final InstantSource clock;
    private final Map<Long, Process> children = new HashMap<>();

    /** @param turns gives the right to start something; empty while a command has it */
    public Supervisor(
            List<Daemon> daemons,
            Fleet fleet,
            RunFiles runFiles,
            Supplier<Optional<Turn>> turns,
            Progress progress,
            InstantSource clock) {
        this.daemons = daemons;
        this.fleet = fleet;
        this.runFiles = runFiles;
        this.endings = new Endings(runFiles.folder());
        this.turns = turns;
        this.progress = progress;
        this.clock = clock;
    }

    /** Returns only when it is interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            look();
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    void look() {
        for (Daemon daemon : daemons) {
            try {
                look(daemon);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failure) {
                // One process that cannot be looked after must not leave all others alone.
                var trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                say(daemon, trace.toString());
            }
        }
    }

    private void look(Daemon daemon) throws InterruptedException {
        Optional<Running> known = runFiles.find(daemon.name());
        if (known.isEmpty() || known.get().process().isPresent()) {
            return;
        }
        Running ended = known.get();
        Optional<Ending> last = endings.find(daemon.name());
        Optional<Ending> noted = last.filter(ending -> ending.pid() == ended.pid());
        if (noted.isPresent() && clock.instant().isBefore(noted.get().nextStart())) {
            return;
        }
        Optional<Turn> turn = turns.get();
        if (turn.isEmpty()) {
            return;
        }
        try (Turn mine = turn.get()) {
            if (!runFiles.find(daemon.name()).equals(known)) {
                // A command has stopped or started it meanwhile.
                return;
            }
            if (noted.isPresent()) {
                startAgain(daemon, noted.get());
            } else {
                note(daemon, ended, last.orElse(null));
            }
        }
    }

    private void note(Daemon daemon, Running ended, @Nullable Ending before) throws InterruptedException {
        Ending ending = Ending.of(ended, clock.instant(), exit(ended.pid()), before);
        endings.write(daemon.name(), ending);
        say(
                daemon,
                "process %d ended, %s; it is started again at %s"
                        .formatted(ended.pid(), ending.exitInWords(), ending.nextStart()));
    }

    private void startAgain(Daemon daemon, Ending ending) throws InterruptedException {
        Optional<Running> unknown = fleet.find(daemon);
        if (unknown.isPresent()) {
            runFiles.write(unknown.get());
            say(daemon, "runs already, process " + unknown.get().pid());
            return;
        }
        try {
            Process process = fleet.launch(daemon);
            children.put(process.pid(), process);
            endings.write(daemon.name(), ending.startedAgain());
            say(daemon, "started again, process " + process.pid());
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Throwable failure) {
            Ending again = ending.failedAgain(clock.instant());
            endings.write(daemon.name(), again);
            say(daemon, "cannot be started again (" + failure + "); next at " + again.nextStart());
        }
    }

    private OptionalInt exit(long pid) throws InterruptedException {
        Process child = children.remove(pid);
        return child != null && child.waitFor(LEARN_EXIT_SECONDS, TimeUnit.SECONDS)
                ? OptionalInt.of(child.exitValue())
                : OptionalInt.empty();
    }

    private void say(Daemon daemon, String what) {
        progress.say(Instant.now() + " " + daemon.name() + ": " + what);
    }
}
