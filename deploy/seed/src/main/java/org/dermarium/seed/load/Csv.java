package org.dermarium.seed.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Comma-separated values by RFC 4180, as rows of column name to cell. */
public final class Csv {

    private Csv() {}

    public static List<Map<String, String>> read(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().map(Csv::cells).toList();
        } catch (IOException | CsvParseException e) {
            throw new SeedFailed("cannot read " + file, e);
        }
    }

    /** Writes the rows under the union of their columns. */
    public static void write(Path file, Collection<Map<String, String>> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(r -> columns.addAll(r.keySet()));
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(
                    columns.stream().map(c -> row.getOrDefault(c, "")).toList()));
        } catch (IOException e) {
            throw new SeedFailed("cannot write " + file, e);
        }
    }

    /** The library compares rows with one another, not with the header. */
    private static Map<String, String> cells(NamedCsvRecord row) {
        int columns = row.getHeader().size();
        if (row.getFieldCount() != columns) {
            throw new SeedFailed("line " + row.getStartingLineNumber() + " has " + row.getFieldCount()
                    + " cells, the header has " + columns);
        }
        return row.getFieldsAsMap();
    }
}
