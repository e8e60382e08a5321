package org.dermarium.ingest.metadata.cell;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dermarium.ingest.problem.MetadataProblem;
import org.jspecify.annotations.Nullable;

/** Exact decimals: at most five digits, two of them after the point and three before it, and not negative. */
final class Measurement {

    private static final int DIGITS = 5;
    private static final int PLACES = 2;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d{1,6})?");
    private static final Pattern ENDLESS = Pattern.compile("[+-]?(inf|infinity|s?nan\\d*)");

    private Measurement() {}

    /** A number in lower case without a unit, kept as it is written. */
    static Reading written(String text) {
        if (ENDLESS.matcher(text).matches()) {
            return notFinite();
        }
        String bare = text.replace("_", "");
        return DECIMAL.matcher(bare).matches()
                ? checked(new BigDecimal(bare))
                : new Reading.Refused("decimal_parsing", "Unable to parse value as a number.");
    }

    /** The binary number that stood before a unit; null when it is none. */
    static @Nullable Double binary(String text) {
        String bare = Cell.trimmed(text);
        if (ENDLESS.matcher(bare).matches()) {
            return Double.NaN;
        }
        return DECIMAL.matcher(bare).matches() ? Double.valueOf(bare) : null;
    }

    static Reading checked(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (Math.min(digits(number), digits(shortest)) > DIGITS) {
            return new Reading.Refused(
                    "decimal_max_digits", "Decimal input should have no more than 5 digits in total");
        }
        if (Math.min(places(number), places(shortest)) > PLACES) {
            return new Reading.Refused("decimal_max_places", "Decimal input should have no more than 2 decimal places");
        }
        if (digits(shortest) - places(shortest) > DIGITS - PLACES) {
            return new Reading.Refused(
                    "decimal_whole_digits", "Decimal input should have no more than 3 digits before the decimal point");
        }
        return number.signum() < 0
                ? new Reading.Refused("greater_than_equal", "Number must be greater than or equal to 0.")
                : new Reading.Value(number.toString());
    }

    static Reading notFinite() {
        return new Reading.Refused("finite_number", "Input should be a finite number");
    }

    static Reading unconvertible(String text) {
        return new Reading.Refused(
                "value_error", "Value error, could not convert string to float: " + MetadataProblem.quoted(text));
    }

    // Digits with the zeros that a positive exponent stands for, or that follow the point.
    private static int digits(BigDecimal number) {
        return Math.max(number.precision() + Math.max(-number.scale(), 0), number.scale());
    }

    private static int places(BigDecimal number) {
        return Math.max(number.scale(), 0);
    }
}
