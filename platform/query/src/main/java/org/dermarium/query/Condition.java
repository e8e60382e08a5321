package org.dermarium.query;

import org.jspecify.annotations.Nullable;

/** What is asked of the value of one field. A {@link SearchField} without a value meets no condition. */
public sealed interface Condition {

    /** The field has a value. */
    record Present() implements Condition {}

    /** Text compared letter by letter, case included; nothing in {@code text} has a special meaning. */
    record Text(Match match, String text) implements Condition {}

    /** How a {@link Text} lies in the value. */
    enum Match {
        EXACT,
        PREFIX,
        SUFFIX,
        INNER
    }

    /** The value is this one. */
    record Flag(boolean value) implements Condition {}

    /** The number lies between two bounds; with bounds in reverse order none does. At least one bound is there. */
    record Range(@Nullable Bound lower, @Nullable Bound upper) implements Condition {

        static Range exactly(double value) {
            Bound bound = new Bound(value, true);
            return new Range(bound, bound);
        }
    }

    /** @param value finite; may lie outside of what the field can hold */
    record Bound(double value, boolean inclusive) {}
}
