package org.dermarium.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A licence that images may be under, from the most permissive on, with its whole legal code. */
public enum License {
    CC_0("CC-0"),
    CC_BY("CC-BY"),
    CC_BY_NC("CC-BY-NC");

    private final String code;
    private final String text;

    License(String code) {
        this.code = code;
        this.text = read("/licenses/" + code + ".txt");
    }

    /** The licence that images name so, case included. */
    public static Optional<License> named(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }

    /** As Creative Commons publishes it. */
    public String text() {
        return text;
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(License.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
