package org.dermarium.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A licence that images may be under.
 *
 * @param code the archive's own word, such as {@code CC-BY}
 * @param name for people, with its version
 * @param spdx its name in the SPDX list
 * @param title as Creative Commons calls it
 * @param meaning in plain words what it lets people do with the images
 */
public record License(String code, String name, String spdx, String title, String url, String meaning) {

    /** The licence that images name so, case included. */
    public static Optional<License> named(String code) {
        return Dictionary.LICENSES.stream().filter(l -> l.code.equals(code)).findFirst();
    }

    /** The words of all of them, in the dictionary's order. */
    public static List<String> codes() {
        return Dictionary.LICENSES.stream().map(License::code).toList();
    }

    /** {@link #codes()}, for constraints that name a class. */
    public static final class Codes implements Supplier<List<String>> {

        @Override
        public List<String> get() {
            return codes();
        }
    }

    /** Its whole legal code, as Creative Commons publishes it. */
    public String text() {
        try (InputStream in = Dictionary.resource("/licenses/" + code + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
