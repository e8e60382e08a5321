package org.dermarium.challenge.scoring;

import java.util.Arrays;

/** Sorts row numbers by a value of 0 or more without boxing: a merge sort over two flat arrays. */
final class Sorting {

    private static final int RUN = 16;

    private Sorting() {}

    static int[] byDescending(int[] rows, double[] value) {
        int[] from = rows;
        for (int start = 0; start < from.length; start += RUN) {
            insertion(from, start, Math.min(start + RUN, from.length), value);
        }
        int[] to = new int[from.length];
        for (int width = RUN; width < from.length; width *= 2) {
            for (int start = 0; start < from.length; start += 2 * width) {
                merge(from, to, start, width, value);
            }
            int[] done = to;
            to = from;
            from = done;
        }
        return Arrays.copyOf(from, from.length);
    }

    private static void insertion(int[] rows, int start, int end, double[] value) {
        for (int i = start + 1; i < end; i++) {
            int row = rows[i];
            int j = i;
            for (; j > start && value[rows[j - 1]] < value[row]; j--) {
                rows[j] = rows[j - 1];
            }
            rows[j] = row;
        }
    }

    private static void merge(int[] from, int[] to, int start, int width, double[] value) {
        int middle = Math.min(start + width, from.length);
        int end = Math.min(start + 2 * width, from.length);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = left < middle && (right >= end || value[from[left]] >= value[from[right]]);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
