package org.dermarium.ingest.metadata.cell;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits and points, optionally with {@code mm}, are millimetres; anything else must be a plain decimal number. */
record Thickness() implements FieldType {

    private static final Pattern MILLIMETRES = Pattern.compile("([\\d.]+)(?:\\s*mm)?");

    @Override
    public Reading read(String column, Object cell) {
        String text = cell.toString().toLowerCase(Locale.ROOT);
        Matcher written = MILLIMETRES.matcher(text);
        if (!written.matches()) {
            return Measurement.written(text);
        }
        Double value = Measurement.binary(written.group(1));
        if (value == null) {
            return Measurement.unconvertible(written.group(1));
        }
        return Double.isFinite(value) ? Measurement.checked(new BigDecimal(value.toString())) : Measurement.notFinite();
    }
}
