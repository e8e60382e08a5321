package org.dermarium.seed.load;

import java.io.PrintStream;
import java.time.Duration;

/** One line that says how far a load is: redrawn on a terminal, repeated now and then in a log. */
public final class Progress {

    private static final int WIDTH = 30;
    private static final long LOG_EVERY = Duration.ofSeconds(15).toNanos();

    private final PrintStream out = System.out;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private final String name;
    private final int total;
    private final long began = System.nanoTime();
    private int atStart = -1;
    private long logged;

    public Progress(String name, int total) {
        this.name = name;
        this.total = total;
    }

    public void show(int done, String step) {
        long now = System.nanoTime();
        if (atStart < 0) {
            atStart = done;
        }
        if (terminal) {
            out.print("\r\033[K" + line(done, step, now));
            out.flush();
        } else if (now - logged > LOG_EVERY || done == total) {
            logged = now;
            out.println(line(done, step, now));
        }
    }

    public void end(String message) {
        out.println((terminal ? "\r\033[K" : "") + name + ": " + message);
    }

    private String line(int done, String step, long now) {
        int filled = total == 0 ? WIDTH : (int) ((long) done * WIDTH / total);
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        return "%s [%s] %d/%d %s%s".formatted(name, bar, done, total, step, left(done, now));
    }

    private String left(int done, long now) {
        int fresh = done - atStart;
        if (fresh <= 0 || done == total) {
            return "";
        }
        long seconds = Duration.ofNanos(now - began).toSeconds() * (total - done) / fresh;
        return ", %d:%02d left".formatted(seconds / 60, seconds % 60);
    }
}
