package org.dermarium.ingest.metadata.field;

import java.util.Map;
import java.util.Set;

/** A field of the data dictionary: which columns it is read from, and how. */
public sealed interface Field permits ColumnField, TreeField {

    Set<String> columns();

    /** Adds the value or the problem; a field that is not given adds nothing. */
    void read(Map<String, ?> cells, Findings findings);
}
