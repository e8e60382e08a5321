package org.dermarium.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Truths and predictions of seven categories, the same ones every time. */
public final class PredictionTables {

    /** The sizes that the reference was measured with. */
    public static final int[] ROWS = {500, 10_015, 100_000};

    private static final List<String> CATEGORIES = List.of("MEL", "NV", "BCC", "AKIEC", "BKL", "DF", "VASC");
    private static final String HEADER = "image," + String.join(",", CATEGORIES) + "\n";

    private PredictionTables() {}

    /** A truth with each row in one category. */
    public static byte[] truth(int rows) {
        var random = new Random(41);
        var csv = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            csv.append(id(row));
            int label = row < CATEGORIES.size() ? row : random.nextInt(CATEGORIES.size());
            for (int k = 0; k < CATEGORIES.size(); k++) {
                csv.append(k == label ? ",1.0" : ",0.0");
            }
            csv.append('\n');
        }
        return bytes(csv);
    }

    /** Evenly spread numbers with all their digits. */
    public static byte[] predictions(int rows, long seed) {
        var random = new Random(seed);
        var csv = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            csv.append(id(row));
            CATEGORIES.forEach(category -> csv.append(',').append(random.nextDouble()));
            csv.append('\n');
        }
        return bytes(csv);
    }

    /** What no scorer can do without: every byte decoded, every number read by the library, every column sorted. */
    public static double readAndSort(byte[] csv, int rows) throws IOException {
        var columns = new double[CATEGORIES.size()][rows];
        try (var lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (int row = 0; row < rows; row++) {
                String line = lines.readLine();
                int from = line.indexOf(',') + 1;
                for (int k = 0; k < columns.length; k++) {
                    int end = line.indexOf(',', from);
                    columns[k][row] = Double.parseDouble(line.substring(from, end < 0 ? line.length() : end));
                    from = end + 1;
                }
            }
        }
        double sum = 0;
        for (double[] column : columns) {
            Arrays.sort(column);
            sum += column[rows / 2];
        }
        return sum;
    }

    private static String id(int row) {
        return "ISIC_%07d".formatted(row);
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
