package org.dermarium.ingest.metadata;

import org.jspecify.annotations.Nullable;

/** The preparation that all fields share: text is trimmed, and what is empty then was not given. */
final class Cell {

    static final String NUL_REFUSED = "Text must not hold the NUL character.";

    private Cell() {}

    static @Nullable Object given(@Nullable Object cell) {
        if (!(cell instanceof String text)) {
            return cell;
        }
        String trimmed = trimmed(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    // Spreadsheets leave no-break spaces behind, which String.strip keeps.
    private static boolean isBlank(char c) {
        return c <= ' '
                ? Character.isWhitespace(c)
                : c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
