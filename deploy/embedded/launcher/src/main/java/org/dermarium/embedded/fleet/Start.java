package org.dermarium.embedded.fleet;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.process.RunFiles;
import org.dermarium.embedded.process.Running;

/** One start of one daemon, up to the moment it is ready. */
record Start(Daemon daemon, Log log, RunFiles runFiles, Progress progress, BooleanSupplier undone) {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    void launch() throws Exception {
        Instant begin = Instant.now();
        Process process = begin();
        // Asked after the run file is there: an undo that came earlier did not see this process, a later one does.
        if (undone.getAsBoolean()) {
            process.destroy();
            throw new CannotStart("interrupted");
        }
        awaitReady(process.toHandle(), begin);
        progress.event(daemon.name(), "ready after " + Progress.seconds(Duration.between(begin, Instant.now())));
    }

    /** Does not wait until it is ready. */
    Process begin() throws Exception {
        ProcessBuilder builder = daemon.launch().prepare();
        builder.command(Detached.command(builder.command()))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.begin()));
        Process process = builder.start();
        runFiles.write(Running.of(daemon, process.toHandle(), daemon.version().get()));
        return process;
    }

    void adopt(Running running) throws InterruptedException {
        runFiles.write(running);
        if (!running.ports().equals(daemon.ports()) && !running.ports().isEmpty()) {
            throw new CannotStart("%s already runs on port %s; stop it first: ./dermarium down"
                    .formatted(daemon.name(), running.ports().getFirst()));
        }
        awaitReady(running.process().orElseThrow(() -> died("ended just now")), Instant.now());
        progress.event(daemon.name(), "already running, process " + running.pid());
    }

    private void awaitReady(ProcessHandle process, Instant begin) throws InterruptedException {
        while (!answers()) {
            if (!process.isAlive() || Running.isZombie(process.pid())) {
                throw died("ended while starting");
            }
            Duration waited = Duration.between(begin, Instant.now());
            if (waited.compareTo(daemon.patience()) > 0) {
                throw died("is not ready after " + Progress.seconds(waited));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS.toMillis());
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return daemon.readiness().isReady();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception notYet) {
            return false;
        }
    }

    private CannotStart died(String what) {
        return new CannotStart("%s %s. The end of %s:%n%s".formatted(daemon.name(), what, log.file(), log.tail()));
    }
}
