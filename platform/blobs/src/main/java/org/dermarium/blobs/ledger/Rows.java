package org.dermarium.blobs.ledger;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Columns that are never null. */
final class Rows {

    private Rows() {}

    static ObjectName name(Readable row) {
        return new ObjectName(ObjectName.Area.of(text(row, "bucket")), text(row, "key"));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
