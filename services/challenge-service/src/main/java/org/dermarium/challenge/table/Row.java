package org.dermarium.challenge.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table. The same object serves every row: its cells are numbers at once, and text only where they are
 * something else, so that a large table makes next to no objects.
 */
public final class Row {

    /** What common tools write for "no value". */
    private static final Set<String> GAPS = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    private static final String JPEG = ".jpg";

    private final int idColumn;
    private final double[] values;
    private final boolean[] whole;
    private final @Nullable String[] texts;
    private char[] id = new char[64];
    private int idLength;
    private long line;

    Row(int columns, int idColumn) {
        this.idColumn = idColumn;
        this.values = new double[columns];
        this.whole = new boolean[columns];
        this.texts = new String[columns];
    }

    void begin(long line) {
        this.line = line;
        idLength = 0;
        Arrays.fill(values, Double.NaN);
        Arrays.fill(whole, false);
        Arrays.fill(texts, "");
    }

    /** CellReader behind the last column are left out. */
    void cell(int column, char[] buffer, int offset, int length) {
        if (column == idColumn) {
            keepId(buffer, offset, length);
        } else if (column < values.length) {
            read(column, buffer, offset, length);
        }
    }

    /** File names are taken for the images they belong to. */
    private void keepId(char[] buffer, int offset, int length) {
        if (id.length < length) {
            id = new char[2 * length];
        }
        System.arraycopy(buffer, offset, id, 0, length);
        idLength = length;
        int stem = length - JPEG.length();
        if (stem > 0 && id[stem] == '.' && JPEG.equalsIgnoreCase(new String(id, stem, JPEG.length()))) {
            idLength = stem;
        }
    }

    private void read(int column, char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && Character.isWhitespace(buffer[from])) {
            from++;
        }
        while (from < to && Character.isWhitespace(buffer[to - 1])) {
            to--;
        }
        double value = Decimal.parse(buffer, from, to);
        if (value >= 0 && value <= 1) {
            texts[column] = null;
        } else {
            texts[column] = new String(buffer, offset, length);
            value = Double.isNaN(value) ? infinity(new String(buffer, from, to - from)) : value;
        }
        values[column] = value;
        whole[column] = isWhole(buffer, from, to);
    }

    private static double infinity(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static boolean isWhole(char[] text, int from, int to) {
        int start = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
        for (int i = start; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return to > start;
    }

    /** Of the file, the header's being 1. */
    public long line() {
        return line;
    }

    public String id() {
        return new String(id, 0, idLength);
    }

    public int positionIn(IdIndex positions) {
        return positions.of(id, idLength);
    }

    /** The number in the cell, also an infinity; NaN for anything else and for what overflows. */
    public double value(int column) {
        return values[column];
    }

    public boolean isGap(int column) {
        String text = texts[column];
        return Double.isNaN(values[column]) && text != null && GAPS.contains(text);
    }

    /** Whether it has neither point nor exponent: a column with nothing else holds labels, not probabilities. */
    public boolean isWhole(int column) {
        return whole[column];
    }

    /** The cell as it stands in the file. */
    public String text(int column) {
        String text = texts[column];
        return text == null ? Double.toString(values[column]) : text;
    }
}
