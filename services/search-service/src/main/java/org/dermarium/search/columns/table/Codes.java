package org.dermarium.search.columns.table;

/** A small number for each row, in a byte, two or four, as its largest needs. Rows never written have 0. */
final class Codes {

    private static final int MOST_IN_BYTE = 0xff;

    private byte[] bytes = {};
    private char[] chars = {};
    private int[] ints = {};
    private Width width = Width.BYTE;

    private enum Width {
        BYTE,
        CHAR,
        INT
    }

    int get(int row) {
        return switch (width) {
            case BYTE -> row < bytes.length ? bytes[row] & MOST_IN_BYTE : 0;
            case CHAR -> row < chars.length ? chars[row] : 0;
            case INT -> row < ints.length ? ints[row] : 0;
        };
    }

    void set(int row, int code) {
        widen(code);
        switch (width) {
            case BYTE -> {
                bytes = Room.in(bytes, row + 1);
                bytes[row] = (byte) code;
            }
            case CHAR -> {
                chars = Room.in(chars, row + 1);
                chars[row] = (char) code;
            }
            case INT -> {
                ints = Room.in(ints, row + 1);
                ints[row] = code;
            }
        }
    }

    /** Adds 1 to the count of each row's number. */
    void count(int[] rows, int[] counts) {
        switch (width) {
            case BYTE -> {
                for (int row : rows) {
                    counts[row < bytes.length ? bytes[row] & MOST_IN_BYTE : 0]++;
                }
            }
            case CHAR -> {
                for (int row : rows) {
                    counts[row < chars.length ? chars[row] : 0]++;
                }
            }
            case INT -> {
                for (int row : rows) {
                    counts[row < ints.length ? ints[row] : 0]++;
                }
            }
        }
    }

    /** A bit for each of the first rows whose number is wanted. */
    long[] among(boolean[] wanted, int rows) {
        long[] bits = new long[(rows + Long.SIZE - 1) / Long.SIZE];
        int known = Math.min(rows, known());
        switch (width) {
            case BYTE -> {
                for (int row = 0; row < known; row++) {
                    bits[row >> 6] |= wanted[bytes[row] & MOST_IN_BYTE] ? 1L << row : 0;
                }
            }
            case CHAR -> {
                for (int row = 0; row < known; row++) {
                    bits[row >> 6] |= wanted[chars[row]] ? 1L << row : 0;
                }
            }
            case INT -> {
                for (int row = 0; row < known; row++) {
                    bits[row >> 6] |= wanted[ints[row]] ? 1L << row : 0;
                }
            }
        }
        if (wanted[0]) {
            for (int row = known; row < rows; row++) {
                bits[row >> 6] |= 1L << row;
            }
        }
        return bits;
    }

    private int known() {
        return switch (width) {
            case BYTE -> bytes.length;
            case CHAR -> chars.length;
            case INT -> ints.length;
        };
    }

    private void widen(int code) {
        if (width == Width.BYTE && code > MOST_IN_BYTE) {
            chars = new char[bytes.length];
            for (int row = 0; row < bytes.length; row++) {
                chars[row] = (char) (bytes[row] & MOST_IN_BYTE);
            }
            bytes = new byte[0];
            width = Width.CHAR;
        }
        if (width == Width.CHAR && code > Character.MAX_VALUE) {
            ints = new int[chars.length];
            for (int row = 0; row < chars.length; row++) {
                ints[row] = chars[row];
            }
            chars = new char[0];
            width = Width.INT;
        }
    }
}
