package org.dermarium.challenge.table;

/** The one way of a text out of a file into a message, row or log: short, and nothing in it that hides or turns what follows. */
public final class ShownText {

    /** In characters. */
    static final int LONGEST = 80;

    private static final char REPLACEMENT = '\uFFFD';

    private ShownText() {}

    public static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(ShownText::visible).forEach(shown::appendCodePoint);
        return shown.length() < text.length() ? shown.append('…').toString() : shown.toString();
    }

    /** Whether it may be shown as it is. */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> visible(c) == c);
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> REPLACEMENT;
            default -> character;
        };
    }
}
