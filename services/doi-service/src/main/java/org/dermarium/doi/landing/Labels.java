package org.dermarium.doi.landing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers and dates as the web app writes them. */
final class Labels {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB");

    private Labels() {}

    static String day(Instant when) {
        return DAY.format(when);
    }

    static String count(long value) {
        return String.format(Locale.UK, "%,d", value);
    }

    static String plural(long value, String one) {
        return count(value) + " " + one + (value == 1 ? "" : "s");
    }

    /** Not longer than so many characters, and never half of one. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Decimal units and three digits; never "1000 kB". */
    static String bytes(long value) {
        int unit = 0;
        double amount = value;
        while (Math.round(amount) >= 1000 && unit < UNITS.size() - 1) {
            amount /= 1000;
            unit++;
        }
        if (unit == 0) {
            return plural(value, "byte");
        }
        return new BigDecimal(amount)
                        .round(new MathContext(3, RoundingMode.HALF_UP))
                        .stripTrailingZeros()
                        .toPlainString()
                + " "
                + UNITS.get(unit);
    }

    /** {@code IsDescribedBy} becomes "Described by". */
    static String relation(String relationType) {
        String spaced = relationType
                .replaceFirst("^Is(?=[A-Z])", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? "Related" : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
