package org.dermarium.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.home.Home;

/** How many processes run each service: as {@code up} was told last, so that every other command knows it too. */
record Instances(Path file) {

    private static final String VARIABLE = "DERMARIUM_INSTANCES";
    private static final int MOST = 4;

    static Instances of(Home home) {
        return new Instances(home.root().resolve("instances"));
    }

    /** What runs or is to run: one unless {@link #keep} was called with another number. */
    int known() {
        try {
            return Files.exists(file) ? number(Files.readString(file).strip(), file.toString()) : 1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param option what the command line says, empty when it says nothing: then the environment counts */
    int wanted(String option) {
        if (!option.isEmpty()) {
            return number(option, "--instances");
        }
        String variable = System.getenv().getOrDefault(VARIABLE, "");
        return variable.isEmpty() ? known() : number(variable, VARIABLE);
    }

    void keep(int number) {
        try {
            Files.writeString(file, number + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int number(String text, String source) {
        if (text.matches("[1-" + MOST + "]")) {
            return Integer.parseInt(text);
        }
        throw new CannotStart(source + " has to be a number from 1 to " + MOST + ", not '" + text + "'");
    }
}
