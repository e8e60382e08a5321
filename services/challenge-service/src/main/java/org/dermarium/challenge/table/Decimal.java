package org.dermarium.challenge.table;

/**
 * Reads decimal numbers out of a buffer, each rounded to the nearest double as {@link Double#parseDouble} does. Numbers as
 * programs print them take no text of their own; all others do.
 */
final class Decimal {

    /** Fewer digits than this fit into a long. */
    private static final int MOST_DIGITS = 18;

    private static final long EXACT = 1L << 53;
    private static final double NEAR_TIE = 0x1p-45;

    /** The powers of ten that are doubles. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimal() {}

    /** The number, or NaN when the characters are none or one too large for a double. */
    static double parse(char[] text, int from, int to) {
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                count += digits == 0 ? 0 : 1;
                if (count > MOST_DIGITS) {
                    return slow(text, from, to);
                }
            } else if (text[i] == '.' && point < 0) {
                point = i;
            } else {
                return slow(text, from, to);
            }
        }
        int scale = point < 0 ? 0 : to - point - 1;
        boolean hasDigits = to - from > (point < 0 ? 0 : 1);
        return hasDigits && scale < TENS.length ? quotient(digits, TENS[scale], text, from, to) : slow(text, from, to);
    }

    /**
     * Both operands are doubles, so that one division rounds once; more digits are divided in two parts whose sum rounds
     * once, unless it lies too near the middle between two doubles to be sure.
     */
    private static double quotient(long digits, double tens, char[] text, int from, int to) {
        if (digits < EXACT) {
            return digits / tens;
        }
        double high = digits;
        double low = digits - (long) high;
        double first = high / tens;
        double rest = (Math.fma(-first, tens, high) + low) / tens;
        double sum = first + rest;
        double step = Math.ulp(sum);
        double lost = Math.abs(rest - (sum - first));
        boolean isUnsure = Math.abs(lost - step / 2) < step * NEAR_TIE || isPowerOfTwo(sum);
        return isUnsure ? slow(text, from, to) : sum;
    }

    private static boolean isPowerOfTwo(double value) {
        return (Double.doubleToRawLongBits(value) & (EXACT / 2 - 1)) == 0;
    }

    private static double slow(char[] text, int from, int to) {
        if (!isNumeric(text, from, to)) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(new String(text, from, to - from));
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Java's own parser also takes hexadecimal, type letters and names, which no prediction means. */
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
