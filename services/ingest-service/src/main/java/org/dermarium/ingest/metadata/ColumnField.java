package org.dermarium.ingest.metadata;

import java.util.Map;
import java.util.Set;

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
