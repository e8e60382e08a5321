package org.dermarium.dictionary;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a field is searched and counted.
 *
 * @param type what its values are
 * @param place among the facets, from 1; 0 for the end
 * @param facet how its values are counted; null when they are not
 */
public record Search(Type type, int place, @Nullable Counts facet) {

    /** For sorting: those without a place come last. */
    public int order() {
        return place == 0 ? Integer.MAX_VALUE : place;
    }

    /** What the values of a field are. */
    public enum Type {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("boolean")
        BOOL
    }

    /**
     * Either the {@code most} frequent values, or {@code everyValue} of a choice, or steps of a number.
     *
     * @param most how many values are shown
     * @param inOrder by their text in place of their frequency
     * @param everyValue all values of the field's choice, matched or not
     * @param step width of a step of a number
     * @param first lower end of the first step
     * @param last lower end of the last step
     * @param open where a last step without an upper end begins
     */
    public record Counts(
            int most, boolean inOrder, boolean everyValue, double step, double first, double last, double open) {}
}
