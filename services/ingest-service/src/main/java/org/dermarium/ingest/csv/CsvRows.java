package org.dermarium.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.dermarium.ingest.problem.MetadataProblem;

/**
 * The rows of a metadata CSV: UTF-8 with or without byte order mark, commas, quotes, a header of distinct names. Any
 * number of rows is read in constant memory; a row has at most 1,000 cells of at most 32,767 characters. Empty lines
 * are passed over. Everything else ends in {@link UnreadableCsv}, at once or while reading.
 */
public final class CsvRows implements Iterable<CsvRow>, AutoCloseable {

    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_CELL = 32_767;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private int row = 1;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
        this.columns = header();
    }

    /** Opens the file and reads its header. The stream is closed with the rows. */
    public static CsvRows read(InputStream in) {
        var limits = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(MOST_COLUMNS * LONGEST_CELL)
                .build();
        return new CsvRows(CsvReader.builder()
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(limits, new StrictUtf8(in)));
    }

    /** The names in the header, in their order. */
    public List<String> columns() {
        return columns;
    }

    /** Can be asked for once. */
    @Override
    public Iterator<CsvRow> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return hasRecord();
            }

            @Override
            public CsvRow next() {
                return row(nextRecord());
            }
        };
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> header() {
        if (!hasRecord()) {
            throw new UnreadableCsv("The file is empty.");
        }
        List<String> names = records.next().getFields();
        var seen = new HashSet<String>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new UnreadableCsv("The header names column " + MetadataProblem.quoted(name) + " twice.");
            }
        }
        return names;
    }

    private CsvRow row(CsvRecord record) {
        row++;
        int cells = Math.min(record.getFieldCount(), columns.size());
        var byColumn = LinkedHashMap.<String, String>newLinkedHashMap(cells);
        for (int i = 0; i < cells; i++) {
            byColumn.put(columns.get(i), record.getField(i));
        }
        return new CsvRow(row, byColumn, record.getFieldCount() - cells);
    }

    private boolean hasRecord() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private CsvRecord nextRecord() {
        if (!hasRecord()) {
            throw new NoSuchElementException();
        }
        return records.next();
    }

    private RuntimeException unreadable(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableCsv refusal) {
                return refusal;
            }
            if (cause instanceof IOException) {
                return failure;
            }
        }
        return new UnreadableCsv(
                "The row after row %d cannot be read: it has more than %,d cells, a cell of more than %,d characters, or a quote that is not closed."
                        .formatted(row, MOST_COLUMNS, LONGEST_CELL));
    }
}
