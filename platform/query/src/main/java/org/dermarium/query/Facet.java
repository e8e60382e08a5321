package org.dermarium.query;

import java.util.List;

/** How the values of a field are counted for display. */
public sealed interface Facet {

    /** The field is not counted. */
    record None() implements Facet {}

    /** The most frequent values, most frequent first, equal ones by value; values without a match fill the list up. */
    record Frequent(int buckets) implements Facet {}

    /** The values in the order of their text. */
    record Alphabetical(int buckets) implements Facet {}

    /** All these values in this order, matched or not. */
    record Enumerated(List<String> values) implements Facet {}

    /** Equal steps from {@code first} to {@code last}, the lower ends of the first and last step. */
    record Steps(double step, double first, double last) implements Facet {

        public int count() {
            return (int) Math.round((last - first) / step) + 1;
        }
    }

    /** Equal ranges from 0 to {@code open}, and one open range above; a range holds its lower end. */
    record Ranges(double step, double open) implements Facet {}
}
