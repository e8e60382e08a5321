package org.dermarium.challenge.scoring;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How numbers and gaps are written in prediction files. */
final class Cells {

    /** What common tools write for "no value". */
    private static final Set<String> GAPS = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    private Cells() {}

    static boolean isGap(String cell) {
        return GAPS.contains(cell);
    }

    /** A decimal number in ASCII digits, also an infinity; null for anything else and for what overflows. */
    static @Nullable Double number(String cell) {
        String text = cell.strip();
        if (!isNumeric(text)) {
            return infinity(text);
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : value;
    }

    /** Whole numbers: a column with nothing else holds labels, not probabilities. */
    static boolean isWhole(String cell) {
        String text = cell.strip();
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > start;
    }

    private static @Nullable Double infinity(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** Java's own parser also takes hexadecimal and type letters, which no prediction means. */
    private static boolean isNumeric(String text) {
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits |= isDigit(c);
            if (!isDigit(c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        if (!digits) {
            return false;
        }
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
