package org.dermarium.challenge.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes cells as they are read: those of the header as texts, all others into a {@link Row}. */
final class CellReader extends AbstractBaseCsvCallbackHandler<CellReader> {

    /** Of a cell, in characters; ids, names and numbers are shorter by far. */
    private static final int LONGEST = 1_000;

    private static final int MOST_COLUMNS = 1_000;

    private final List<String> header = new ArrayList<>();
    private @Nullable Row row;

    /** Thrown through the CSV reader, which knows no {@link UnusableTable}. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient TableProblem.Place place;

        TooLarge(String message, long line) {
            super(message, null, false, false);
            this.place = new TableProblem.Place(line, null, null);
        }

        UnusableTable refusal() {
            return new UnusableTable(List.of(
                    new TableProblem(TableProblem.Code.TOO_LARGE, String.valueOf(getMessage()), 1, List.of(place))));
        }
    }

    List<String> header() {
        return header;
    }

    void into(Row row) {
        this.row = row;
    }

    /** CellReader of the present row, also those behind the last column. */
    int count() {
        return getFieldCount();
    }

    long startingLine() {
        return getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long line) {
        if (row != null) {
            row.begin(line);
        }
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (length > LONGEST) {
            String what = "Cell %d of row %d has %d characters; at most %d are read.";
            throw new TooLarge(what.formatted(column + 1, startingLine(), length, LONGEST), startingLine());
        }
        if (column == MOST_COLUMNS) {
            throw new TooLarge("The table has more than " + MOST_COLUMNS + " columns.", startingLine());
        }
        if (row == null) {
            header.add(new String(buffer, offset, length));
        } else {
            row.cell(column, buffer, offset, length);
        }
    }

    @Override
    protected CellReader buildRecord() {
        return this;
    }
}
