package org.dermarium.ingest.metadata.cell;

import java.util.Locale;

/** Yes or no in the words people use for it. */
record Flag() implements FieldType {

    private static final Reading YES = new Reading.Value(true);
    private static final Reading NO = new Reading.Value(false);
    private static final Reading NEITHER = new Reading.Refused("bool_parsing", "Unable to parse value as a boolean.");

    @Override
    public Reading read(String column, Object cell) {
        return switch (cell) {
            case Boolean yes -> yes ? YES : NO;
            case Number number -> number.doubleValue() == 1 ? YES : number.doubleValue() == 0 ? NO : NEITHER;
            default ->
                switch (cell.toString().toLowerCase(Locale.ROOT)) {
                    case "true", "t", "yes", "y", "on", "1" -> YES;
                    case "false", "f", "no", "n", "off", "0" -> NO;
                    default -> NEITHER;
                };
        };
    }
}
