package org.dermarium.ingest.metadata.cell;

import java.util.regex.Pattern;

/** An integer; a fraction of zeros, a plus sign and single underscores between digits are let pass. */
record WholeNumber() implements FieldType {

    private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d+(_\\d+)*(\\.0+)?");
    private static final int MOST_DIGITS = 18;
    private static final Reading NONE = new Reading.Refused("int_parsing", "Unable to parse value as an integer.");
    private static final Reading FRACTION = new Reading.Refused(
            "int_from_float", "Input should be a valid integer, got a number with a fractional part");

    @Override
    public Reading read(String column, Object cell) {
        return limited(exact(cell), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A Long, or why it is none. Numbers beyond eighteen digits become the largest of their sign. */
    static Reading exact(Object cell) {
        return switch (cell) {
            case Boolean yes -> new Reading.Value(yes ? 1L : 0L);
            case Number number ->
                number.doubleValue() == Math.rint(number.doubleValue())
                        ? new Reading.Value(number.longValue())
                        : FRACTION;
            default -> text(cell.toString());
        };
    }

    private static Reading text(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            return NONE;
        }
        int point = written.indexOf('.');
        String digits = (point < 0 ? written : written.substring(0, point)).replace("_", "");
        boolean negative = digits.startsWith("-");
        String bare = digits.replaceFirst("^[+-]?0*(?=\\d)", "");
        if (bare.length() > MOST_DIGITS) {
            return new Reading.Value(negative ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
        return new Reading.Value(negative ? -Long.parseLong(bare) : Long.parseLong(bare));
    }

    private static Reading limited(Reading reading, long least, long most) {
        return switch (reading) {
            case Reading.Value(Long value) when value >= least && value <= most -> new Reading.Value(value.intValue());
            case Reading.Value(Object _) -> NONE;
            case Reading.Refused refused -> refused;
        };
    }
}
