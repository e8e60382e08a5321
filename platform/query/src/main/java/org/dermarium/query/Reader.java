package org.dermarium.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a text from left to right, leaving out blanks between what it is asked for. */
final class Reader {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]*");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{1,40}");

    private final String text;
    private int at;

    Reader(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    /** Reads this character if it comes next. */
    boolean take(char wanted) {
        if (!isAtEnd() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads what the pattern finds here; null, and nothing read, when it finds nothing. */
    @Nullable
    String take(Pattern pattern) {
        skipBlanks();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    boolean isNext(Pattern pattern) {
        int before = at;
        boolean found = take(pattern) != null;
        at = before;
        return found;
    }

    UnparsableQuery expected(String what) {
        return refusal("expected " + what + " but found " + seen());
    }

    /** The word that stands here, or the one character. */
    private String seen() {
        if (isAtEnd()) {
            return "the end";
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
        return "'" + (word.lookingAt() ? word.group() : text.substring(at, text.offsetByCodePoints(at, 1))) + "'";
    }

    UnparsableQuery refusal(String reason) {
        return new UnparsableQuery(at + 1, reason);
    }

    private void skipBlanks() {
        Matcher blanks = BLANKS.matcher(text).region(at, text.length());
        at = blanks.lookingAt() ? blanks.end() : at;
    }
}
