package org.dermarium.search.columns.table;

import java.util.Arrays;

/** Arrays that grow by an eighth, so that little of a million rows lies empty. */
final class Room {

    private static final int LEAST = 1_024;

    private Room() {}

    static byte[] in(byte[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, more(needed));
    }

    static char[] in(char[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, more(needed));
    }

    static int[] in(int[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, more(needed));
    }

    static long[] in(long[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, more(needed));
    }

    private static int more(int needed) {
        return Math.max(LEAST, needed + needed / 8);
    }
}
