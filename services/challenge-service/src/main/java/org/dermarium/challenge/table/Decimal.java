package org.dermarium.challenge.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/** Reads decimal numbers out of a buffer, each rounded to the nearest double; no number takes a text of its own. */
final class Decimal {

    private Decimal() {}

    /** The number, or NaN when the characters are none or one too large for a double. */
    static double parse(char[] text, int from, int to) {
        if (!isNumeric(text, from, to)) {
            return Double.NaN;
        }
        try {
            double value = JavaDoubleParser.parseDouble(text, from, to - from);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The parser also takes hexadecimal, type letters, names and blanks, which no prediction means. */
    private static boolean isNumeric(char[] text, int from, int to) {
        boolean digits = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            boolean isDigit = c >= '0' && c <= '9';
            digits |= isDigit;
            if (!isDigit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return digits;
    }
}
