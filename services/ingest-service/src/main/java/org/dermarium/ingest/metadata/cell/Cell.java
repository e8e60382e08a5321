package org.dermarium.ingest.metadata.cell;

import java.util.Optional;
import java.util.OptionalInt;
import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;

/** The preparation that all fields share: text is trimmed, and what is empty then was not given. */
public final class Cell {

    private static final Reading.Refused NUL =
            new Reading.Refused("nul_character", "Text must not hold the NUL character.");

    private Cell() {}

    public static @Nullable Object given(@Nullable Object cell) {
        if (!(cell instanceof String text)) {
            return cell;
        }
        String trimmed = trimmed(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    public static String trimmed(String text) {
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

    /** Why a text cannot be kept: a character that no text may hold, or too many of them. */
    public static Optional<Reading.Refused> refusal(String text, int longest) {
        if (Text.length(text) > longest) {
            String message = "Text must not be longer than %,d characters.".formatted(longest);
            return Optional.of(new Reading.Refused("string_too_long", message));
        }
        OptionalInt forbidden = Text.forbidden(text);
        if (forbidden.isEmpty()) {
            return Optional.empty();
        }
        int character = forbidden.getAsInt();
        return Optional.of(character == 0 ? NUL : new Reading.Refused("forbidden_character", Text.reason(character)));
    }

    // Spreadsheets leave no-break spaces behind, which String.strip keeps.
    private static boolean isBlank(char c) {
        return c <= ' '
                ? Character.isWhitespace(c)
                : c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
