package org.dermarium.ingest.metadata.cell;

import static java.math.RoundingMode.HALF_EVEN;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Millimetres as written, or a number with {@code um}, {@code mm} or {@code cm}, which is brought to millimetres and
 * rounded to one place on its exact binary value, as the reference does.
 */
record Diameter() implements FieldType {

    @Override
    public Reading read(String column, Object cell) {
        String text = cell.toString().toLowerCase(Locale.ROOT);
        double factor = millimetres(text);
        if (factor == 0) {
            return Measurement.written(text);
        }
        String number = text.substring(0, text.length() - 2);
        Double value = Measurement.binary(number);
        if (value == null) {
            return Measurement.unconvertible(number);
        }
        double size = value * factor;
        return Double.isFinite(size)
                ? Measurement.checked(new BigDecimal(size).setScale(1, HALF_EVEN))
                : Measurement.notFinite();
    }

    private static double millimetres(String text) {
        if (text.length() <= 2) {
            return 0;
        }
        return switch (text.substring(text.length() - 2)) {
            case "um" -> 0.001;
            case "mm" -> 1;
            case "cm" -> 10;
            default -> 0;
        };
    }
}
