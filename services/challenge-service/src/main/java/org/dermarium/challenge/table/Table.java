package org.dermarium.challenge.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
 * nameless headers renamed. Rows are passed on one by one, so that a file of any size takes the memory of one row.
 */
public final class Table {

    /** In characters: an open quote ends here, not with the memory. */
    private static final int BUFFER = 1 << 16;

    private static final String NOT_UTF8 = "Could not parse CSV: could not decode file as UTF-8.";

    private Table() {}

    /** Takes the header once, then each row. */
    public interface Rows {

        void header(List<String> columns, int idColumn) throws UnusableTable;

        /** Takes a row, which is good until the next one. */
        void row(Row row) throws UnusableTable;
    }

    public static void read(InputStream bytes, Rows rows) throws UnusableTable, IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var cells = new CellReader();
        try (Reader text = new FirstLines(new InputStreamReader(bytes, decoder));
                CsvReader<CellReader> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .maxBufferSize(BUFFER)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(cells, text)) {
            pass(csv.iterator(), cells, rows);
        } catch (CharacterCodingException e) {
            throw new UnusableTable(TableProblem.Code.NOT_UTF8, NOT_UTF8);
        } catch (CsvParseException | UncheckedIOException | CellReader.TooLarge e) {
            throw explained(e);
        }
    }

    private static void pass(Iterator<CellReader> records, CellReader cells, Rows rows) throws UnusableTable {
        if (!records.hasNext()) {
            throw notCsv("no columns");
        }
        records.next();
        List<String> header = named(cells.header());
        int idColumn = idColumn(header);
        rows.header(header, idColumn);
        var row = new Row(header.size(), idColumn);
        cells.into(row);
        int width = header.size();
        for (boolean first = true; records.hasNext(); first = false) {
            records.next();
            if (first) {
                // A delimiter at the end of every row is a habit of some tools and harmless.
                width = Math.max(width, cells.count());
            } else if (cells.count() > width) {
                throw notCsv(
                        "expected %d cells in line %d, saw %d".formatted(width, cells.startingLine(), cells.count()));
            }
            rows.row(row);
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

    private static int idColumn(List<String> header) throws UnusableTable {
        int image = header.indexOf("image");
        int column = image >= 0 ? image : header.indexOf("lesion_id");
        if (column < 0) {
            throw new UnusableTable(
                    TableProblem.Code.NO_ID_COLUMN, "Missing column in CSV: \"image\" or \"lesion_id\".");
        }
        return column;
    }

    private static UnusableTable explained(RuntimeException e) throws IOException {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CharacterCodingException) {
                return new UnusableTable(TableProblem.Code.NOT_UTF8, NOT_UTF8);
            }
            if (t instanceof CellReader.TooLarge large) {
                return large.refusal();
            }
            if (t instanceof FirstLines.NoLines) {
                return new UnusableTable(TableProblem.Code.NO_LINES, "No newlines detected in CSV.");
            }
        }
        return switch (e.getCause()) {
            case null -> notCsv(String.valueOf(e.getMessage()));
            case CsvParseException detail -> notCsv(e.getMessage() + ": " + detail.getMessage());
            // What went wrong is not the file's fault.
            case IOException away -> throw away;
            case Throwable fault -> throw new IOException(fault);
        };
    }

    private static UnusableTable notCsv(String detail) {
        return new UnusableTable(TableProblem.Code.NOT_CSV, "Could not parse CSV: \"" + detail + "\".");
    }
}
