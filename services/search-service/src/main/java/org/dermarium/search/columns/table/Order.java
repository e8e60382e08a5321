package org.dermarium.search.columns.table;

import java.util.Arrays;
import java.util.BitSet;

/** Rows in the order of listings: by time of publication, then by the image's number. */
final class Order {

    private long[] published = new long[0];
    private long[] numbers = new long[0];
    private int[] rows = new int[0];
    private int count;

    /** Rows that are to be placed, until somebody asks. */
    private final BitSet fresh = new BitSet();
    /** Rows whose place may be another now. */
    private final BitSet moved = new BitSet();

    private final BitSet placed = new BitSet();

    void set(int row, long at, long number) {
        published = Room.in(published, row + 1);
        numbers = Room.in(numbers, row + 1);
        if (placed.get(row)) {
            if (published[row] == at && numbers[row] == number) {
                return;
            }
            moved.set(row);
        }
        published[row] = at;
        numbers[row] = number;
        fresh.set(row);
    }

    /** Puts all rows set since the last time in their places. */
    void settle() {
        if (fresh.isEmpty()) {
            return;
        }
        if (!moved.isEmpty()) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (!moved.get(rows[i])) {
                    rows[kept++] = rows[i];
                }
            }
            count = kept;
            moved.clear();
        }
        int[] more =
                fresh.stream().boxed().sorted(this::compare).mapToInt(i -> i).toArray();
        placed.or(fresh);
        fresh.clear();
        merge(more);
    }

    /** From behind: what comes late in time, as most does, moves little. */
    private void merge(int[] more) {
        rows = Room.in(rows, count + more.length);
        int at = count + more.length - 1;
        int old = count - 1;
        for (int i = more.length - 1; i >= 0; i--) {
            while (old >= 0 && compare(rows[old], more[i]) > 0) {
                rows[at--] = rows[old--];
            }
            rows[at--] = more[i];
        }
        count += more.length;
    }

    /**
     * Rows of a page, in the order of reading.
     *
     * @param among the rows that are listed
     * @param behind a time that they lie behind, in the direction of reading; the farthest one for the beginning
     * @param skipped how many are passed over
     */
    int[] page(BitSet among, boolean reverse, long behind, int skipped, int size) {
        int at = reverse ? firstAtOrAfter(behind) - 1 : firstAfter(behind);
        int step = reverse ? -1 : 1;
        int[] page = new int[size];
        int found = 0;
        int left = skipped;
        for (; at >= 0 && at < count && found < size; at += step) {
            if (among.get(rows[at]) && left-- <= 0) {
                page[found++] = rows[at];
            }
        }
        return Arrays.copyOf(page, found);
    }

    private int compare(int one, int other) {
        int byTime = Long.compare(published[one], published[other]);
        return byTime != 0 ? byTime : Long.compare(numbers[one], numbers[other]);
    }

    private int firstAfter(long time) {
        return time == Long.MAX_VALUE ? count : firstAtOrAfter(time + 1);
    }

    private int firstAtOrAfter(long time) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (published[rows[middle]] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
