package org.dermarium.doi.citation;

import java.util.regex.Pattern;

/** Text for formats in which the end of a line means something. */
final class OneLine {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private OneLine() {}

    /** The same words in one line without control characters. */
    static String of(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
