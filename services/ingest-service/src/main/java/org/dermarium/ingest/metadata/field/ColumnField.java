package org.dermarium.ingest.metadata.field;

import java.util.Map;
import java.util.Set;
import org.dermarium.ingest.metadata.cell.Cell;
import org.dermarium.ingest.metadata.cell.FieldType;

/** A field that has one column of its name. */
record ColumnField(String name, FieldType type) implements Field {

    @Override
    public Set<String> columns() {
        return Set.of(name);
    }

    @Override
    public void read(Map<String, ?> cells, Findings findings) {
        Object cell = Cell.given(cells.get(name));
        if (cell != null) {
            findings.add(name, type.read(name, cell));
        }
    }
}
