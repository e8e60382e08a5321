package org.dermarium.embedded.fleet;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.process.Running;

/** The end of one process: asked first, killed when it does not listen. */
record Stop(Running running, Duration grace, Progress progress) {

    /** The kernel needs a moment for a big process. */
    private static final Duration KILLED = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    void run() throws IOException, InterruptedException {
        if (running.process().isEmpty()) {
            return;
        }
        Instant begin = Instant.now();
        // The shell's own kill: a machine need not have the program.
        new ProcessBuilder("sh", "-c", "kill -" + running.stopSignal() + " " + running.pid())
                .start()
                .waitFor();
        if (endsWithin(grace)) {
            progress.event(running.name(), "stopped after " + Progress.seconds(Duration.between(begin, Instant.now())));
            return;
        }
        running.process().ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        endsWithin(KILLED);
        progress.event(running.name(), "did not stop within " + Progress.seconds(grace) + " and was killed");
    }

    private boolean endsWithin(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (running.process().isPresent()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
        return true;
    }
}
