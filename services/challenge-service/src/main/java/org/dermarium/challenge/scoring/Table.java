package org.dermarium.challenge.scoring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A CSV file as the challenge's rules read it: UTF-8 with or without byte order mark, blank lines skipped, repeated and
 * nameless headers renamed. Rows are passed on one by one.
 */
final class Table {

    private static final String NOT_UTF8 = "Could not parse CSV: could not decode file as UTF-8.";

    private Table() {}

    /** Takes the header once, then each row. */
    interface Sink {

        void header(List<String> columns) throws UnusableTable;

        /** @param line of the file, the header's being 1 */
        void row(long line, List<String> cells);
    }

    static void read(InputStream bytes, Sink sink) throws UnusableTable, IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader text = new FirstLines(new InputStreamReader(bytes, decoder));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            rows(csv.iterator(), sink);
        } catch (CharacterCodingException e) {
            throw new UnusableTable(TableProblem.Code.NOT_UTF8, NOT_UTF8);
        } catch (CsvParseException | UncheckedIOException e) {
            throw explained(e);
        }
    }

    private static void rows(Iterator<CsvRecord> records, Sink sink) throws UnusableTable {
        if (!records.hasNext()) {
            throw notCsv("no columns");
        }
        List<String> header = named(records.next().getFields());
        sink.header(header);
        int width = header.size();
        for (boolean first = true; records.hasNext(); first = false) {
            CsvRecord row = records.next();
            if (first) {
                // A delimiter at the end of every row is a habit of some tools and harmless.
                width = Math.max(width, row.getFieldCount());
            } else if (row.getFieldCount() > width) {
                throw notCsv("expected %d cells in line %d, saw %d"
                        .formatted(width, row.getStartingLineNumber(), row.getFieldCount()));
            }
            sink.row(row.getStartingLineNumber(), row.getFields());
        }
    }

    /** Nameless columns become "Unnamed: n", repeated ones "name.1", so that each can be named in a message. */
    private static List<String> named(List<String> header) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>(header.size());
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "Unnamed: " + i : header.get(i);
            int times = seen.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + "." + (times - 1));
        }
        return names;
    }

    private static UnusableTable explained(RuntimeException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CharacterCodingException) {
                return new UnusableTable(TableProblem.Code.NOT_UTF8, NOT_UTF8);
            }
            if (t instanceof FirstLines.NoLines) {
                return new UnusableTable(TableProblem.Code.NO_LINES, "No newlines detected in CSV.");
            }
        }
        return notCsv(String.valueOf(e.getMessage()));
    }

    private static UnusableTable notCsv(String detail) {
        return new UnusableTable(TableProblem.Code.NOT_CSV, "Could not parse CSV: \"" + detail + "\".");
    }
}
