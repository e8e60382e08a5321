package org.dermarium.search.columns.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import org.dermarium.query.Condition;
import org.dermarium.query.Condition.Bound;
import org.jspecify.annotations.Nullable;

/**
 * One field of all rows: a number for each row that stands for its value, and how many public rows have each value. A
 * condition is asked of the distinct values alone, then rows are chosen by number.
 */
final class Column {

    private final Words values;
    private final Codes codes = new Codes();
    private int[] open = new int[1];

    Column() {
        this(new Words());
    }

    /** @param values shared with what else knows them by number */
    Column(Words values) {
        this.values = values;
    }

    Words values() {
        return values;
    }

    /** The number of the row's value, 0 when it has none. */
    int code(int row) {
        return codes.get(row);
    }

    void set(int row, @Nullable String value, boolean wasOpen, boolean isOpen) {
        int before = codes.get(row);
        int after = value == null ? 0 : values.add(value);
        if (after != before) {
            codes.set(row, after);
        }
        if (wasOpen) {
            open[before]--;
        }
        if (isOpen) {
            open = Room.in(open, after + 1);
            open[after]++;
        }
    }

    /** How many public rows have the value of each number. A copy. */
    int[] open() {
        return Arrays.copyOf(open, values.count() + 1);
    }

    /** How many of these rows have the value of each number. */
    int[] count(int[] rows) {
        int[] counts = new int[values.count() + 1];
        addTo(counts, rows);
        return counts;
    }

    /** Adds to the counts of each number those of these rows. */
    void addTo(int[] counts, int[] rows) {
        codes.count(rows, counts);
    }

    /** Which numbers stand for values that meet the condition; no value, 0, meets none. */
    boolean[] meeting(Condition condition) {
        boolean[] wanted = new boolean[values.count() + 1];
        switch (condition) {
            case Condition.Present present -> Arrays.fill(wanted, 1, wanted.length, true);
            case Condition.Flag flag -> wanted[values.find(Boolean.toString(flag.value()))] = true;
            case Condition.Text text
            when text.match() == Condition.Match.EXACT -> wanted[values.find(text.text())] = true;
            case Condition.Text text -> {
                byte[] sought = text.text().getBytes(UTF_8);
                for (int number = 1; number < wanted.length; number++) {
                    wanted[number] = values.holds(number, text.match(), sought);
                }
            }
            case Condition.Range range -> {
                for (int number = 1; number < wanted.length; number++) {
                    wanted[number] = holds(range, number(number));
                }
            }
        }
        wanted[0] = false;
        return wanted;
    }

    /** Which numbers stand for values that pass. */
    boolean[] passing(Predicate<String> test) {
        boolean[] wanted = new boolean[values.count() + 1];
        for (int number = 1; number < wanted.length; number++) {
            wanted[number] = test.test(values.get(number));
        }
        return wanted;
    }

    /** The first rows whose number is wanted. */
    BitSet among(boolean[] wanted, int rows) {
        return BitSet.valueOf(codes.among(wanted, rows));
    }

    /** The value of this number, of a field of numbers. */
    double number(int number) {
        return Double.parseDouble(values.get(number));
    }

    private static boolean holds(Condition.Range range, double value) {
        Bound lower = range.lower();
        Bound upper = range.upper();
        return (lower == null || value > lower.value() || lower.inclusive() && value == lower.value())
                && (upper == null || value < upper.value() || upper.inclusive() && value == upper.value());
    }
}
