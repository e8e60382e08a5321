package org.dermarium.ingest.metadata;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One of a few words. */
record Choice(Set<String> words, boolean lowered) implements FieldType {

    /** Words that must be spelled exactly so. */
    static Choice of(String... words) {
        return new Choice(Set.copyOf(List.of(words)), false);
    }

    /** Words in any case; kept in lower case. */
    static Choice anyCase(String... words) {
        return new Choice(Set.copyOf(List.of(words)), true);
    }

    @Override
    public Reading read(String column, Object cell) {
        String written = cell.toString();
        String word = lowered ? written.toLowerCase(Locale.ROOT) : written;
        return words.contains(word)
                ? new Reading.Value(word)
                : new Reading.Refused(
                        "enum", "Unsupported value for " + column + ": " + FieldProblem.quoted(word) + ".");
    }
}
