package org.dermarium.text;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for every text that comes from outside: what it may not hold, how long it may be, and how much of it is
 * said back. Letters of every script, marks of direction and the joiners U+200C and U+200D, which Persian and emoji need,
 * are allowed.
 */
public final class Text {

    /** Characters of any text of a body that has no lower limit of its own. */
    public static final int LONGEST = 100_000;

    /** Characters of a value that a message repeats. */
    public static final int SHOWN = 80;

    /** Characters of a message. */
    public static final int LONGEST_MESSAGE = 1_000;

    private static final String MORE = "…";
    private static final int UNSHOWN = 0xFFFD;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private Text() {}

    /** The first character that no text may hold, if there is one. Tabs and line ends are fine. */
    public static OptionalInt forbidden(CharSequence text) {
        return first(text, false);
    }

    /** The first character that a text of one line may not hold, if there is one. */
    public static OptionalInt forbiddenInLine(CharSequence text) {
        return first(text, true);
    }

    /** Why a character is refused, with its number and name. */
    public static String reason(int character) {
        String name = Character.getName(character);
        return "The character " + number(character) + (name == null ? "" : " (" + name + ")") + " is not allowed.";
    }

    /** How people count: a character outside the basic plane is one. */
    public static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** A value as messages repeat it: at most {@value #SHOWN} characters, U+FFFD for those that may not be shown. */
    public static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        String brief = cut(text, SHOWN);
        if (forbiddenInLine(brief).isEmpty()) {
            return brief;
        }
        var plain = new StringBuilder();
        brief.codePoints().forEach(c -> plain.appendCodePoint(isForbidden(c, true) ? UNSHOWN : c));
        return plain.toString();
    }

    /** The text, or its beginning with an ellipsis when it has more than so many characters. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + MORE;
    }

    private static OptionalInt first(CharSequence text, boolean oneLine) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                continue;
            }
            int character = Character.codePointAt(text, i);
            if (isForbidden(character, oneLine)) {
                return OptionalInt.of(character);
            }
            i += Character.charCount(character) - 1;
        }
        return OptionalInt.empty();
    }

    private static boolean isForbidden(int c, boolean oneLine) {
        return switch (c) {
            case '\t', '\n', '\r', LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> oneLine;
            default -> Character.isISOControl(c) || turnsDirection(c) || isNoCharacter(c);
        };
    }

    /** Embeddings, overrides and isolates: with them a name can be shown other than it is. */
    private static boolean turnsDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Half a surrogate pair, or a number that Unicode keeps free for ever. */
    private static boolean isNoCharacter(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE;
    }

    private static String number(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
