package org.dermarium.embedded.process;

import java.io.PrintStream;
import java.time.Duration;

/** What the person at the terminal sees while things start and stop: one line per event, from any thread. */
public record Progress(PrintStream out) {

    public void say(String line) {
        out.println(line);
    }

    public void event(String name, String what) {
        out.printf("  %-14s %s%n", name, what);
    }

    public static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
