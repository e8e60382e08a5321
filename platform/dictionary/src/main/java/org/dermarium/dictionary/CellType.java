package org.dermarium.dictionary;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a field is read from a contributor's table.
 *
 * @param read the kind of value
 * @param values those of a {@link Read#CHOICE}, as they are stored
 * @param anyCase whether they may be written in any case; they are stored in lower case then
 * @param noun what a {@link Read#PATH} is called in messages
 * @param asked the place of its problems among those of a row, from 1 (ISIC metadata 6.1); 0 for the end
 */
public record CellType(
        Read read,
        List<String> values,
        boolean anyCase,
        @Nullable String noun,
        int asked) {

    /** Kinds of value. */
    public enum Read {
        @JsonProperty("age")
        AGE,
        @JsonProperty("sex")
        SEX,
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("flag")
        FLAG,
        @JsonProperty("whole number")
        WHOLE_NUMBER,
        @JsonProperty("diameter")
        DIAMETER,
        @JsonProperty("thickness")
        THICKNESS,
        @JsonProperty("identifier")
        IDENTIFIER,
        /** A path in the tree of the field's name, stored as its levels. */
        @JsonProperty("path")
        PATH
    }

    /** What the file leaves out is empty; Jackson gives null for it. */
    public CellType {
        values = List.copyOf(requireNonNullElse(values, List.of()));
        if (values.isEmpty() == (read == Read.CHOICE)) {
            throw new IllegalArgumentException("a choice has values, and nothing else has");
        }
    }

    /** For sorting: those without a place come last. */
    public int place() {
        return asked == 0 ? Integer.MAX_VALUE : asked;
    }
}
