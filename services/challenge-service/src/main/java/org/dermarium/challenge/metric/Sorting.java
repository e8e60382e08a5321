package org.dermarium.challenge.metric;

import java.util.Arrays;

/** Sorts row numbers by a value without boxing: a radix sort over two flat arrays, equal values in the order of rows. */
final class Sorting {

    private static final int BITS = 8;
    private static final int DIGITS = 1 << BITS;

    private Sorting() {}

    static int[] byDescending(int[] rows, double[] value) {
        int[] from = rows.clone();
        int[] to = new int[rows.length];
        long[] keys = new long[rows.length];
        long[] sorted = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = key(value[rows[i]]);
        }
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] starts = starts(keys, shift);
            if (starts.length == 0) {
                continue;
            }
            for (int i = 0; i < keys.length; i++) {
                int place = starts[digit(keys[i], shift)]++;
                sorted[place] = keys[i];
                to[place] = from[i];
            }
            long[] spareKeys = keys;
            keys = sorted;
            sorted = spareKeys;
            int[] spare = from;
            from = to;
            to = spare;
        }
        return from;
    }

    /** Where the rows of each digit begin; empty when all have the same one. */
    private static int[] starts(long[] keys, int shift) {
        var starts = new int[DIGITS];
        for (long key : keys) {
            starts[digit(key, shift)]++;
        }
        if (Arrays.stream(starts).anyMatch(count -> count == keys.length)) {
            return new int[0];
        }
        int sum = 0;
        for (int d = 0; d < DIGITS; d++) {
            int count = starts[d];
            starts[d] = sum;
            sum += count;
        }
        return starts;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }

    /** Grows as the value falls; both zeros are the same. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits < 0 ? bits : ~bits & Long.MAX_VALUE;
    }
}
