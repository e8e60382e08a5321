package org.dermarium.challenge.scoring;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes cells as they are read: those of the header as texts, all others into a {@link Row}. */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells> {

    private final List<String> header = new ArrayList<>();
    private @Nullable Row row;

    List<String> header() {
        return header;
    }

    void into(Row row) {
        this.row = row;
    }

    /** Cells of the present row, also those behind the last column. */
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
        if (row == null) {
            header.add(new String(buffer, offset, length));
        } else {
            row.cell(column, buffer, offset, length);
        }
    }

    @Override
    protected Cells buildRecord() {
        return this;
    }
}
