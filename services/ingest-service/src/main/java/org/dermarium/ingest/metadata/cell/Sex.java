package org.dermarium.ingest.metadata.cell;

import java.util.Locale;

/** Two words in any case, with a message of its own. */
record Sex() implements FieldType {

    @Override
    public Reading read(String column, Object cell) {
        String word = cell.toString().toLowerCase(Locale.ROOT);
        return word.equals("male") || word.equals("female")
                ? new Reading.Value(word)
                : new Reading.Refused("literal_error", "Input should be 'male' or 'female'");
    }
}
