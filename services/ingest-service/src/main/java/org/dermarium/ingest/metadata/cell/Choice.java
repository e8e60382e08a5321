package org.dermarium.ingest.metadata.cell;

import java.util.Locale;
import java.util.Set;
import org.dermarium.ingest.problem.MetadataProblem;

/**
 * One of a few words.
 *
 * @param lowered whether they may be written in any case; kept in lower case then
 */
record Choice(Set<String> words, boolean lowered) implements FieldType {

    @Override
    public Reading read(String column, Object cell) {
        String written = cell.toString();
        String word = lowered ? written.toLowerCase(Locale.ROOT) : written;
        return words.contains(word)
                ? new Reading.Value(word)
                : new Reading.Refused(
                        "enum", "Unsupported value for " + column + ": " + MetadataProblem.quoted(word) + ".");
    }
}
