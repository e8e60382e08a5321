package org.dermarium.seed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Comma-separated values by RFC 4180, as rows of column name to cell. */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<Map<String, String>> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new SeedFailed("cannot read " + file, e);
        }
    }

    static List<Map<String, String>> parse(String text) {
        var csv = new Csv(text);
        List<String> header = csv.record();
        var rows = new ArrayList<Map<String, String>>();
        while (csv.at < text.length()) {
            List<String> cells = csv.record();
            if (cells.size() != header.size()) {
                throw new SeedFailed("row " + (rows.size() + 2) + " has " + cells.size() + " cells, the header has "
                        + header.size());
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Writes the rows under the union of their columns. */
    static void write(Path file, Collection<Map<String, String>> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(r -> columns.addAll(r.keySet()));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(columns.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n")));
            for (Map<String, String> row : rows) {
                out.write(columns.stream()
                        .map(c -> quoted(row.getOrDefault(c, "")))
                        .collect(Collectors.joining(",", "", "\n")));
            }
        } catch (IOException e) {
            throw new SeedFailed("cannot write " + file, e);
        }
    }

    private List<String> record() {
        var cells = new ArrayList<String>();
        do {
            cells.add(cell());
        } while (accept(','));
        accept('\r');
        accept('\n');
        return cells;
    }

    private String cell() {
        if (!accept('"')) {
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
        var cell = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"' && !accept('"')) {
                return cell.toString();
            }
            cell.append(next);
        }
        throw new SeedFailed("a quote is never closed");
    }

    private boolean accept(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
