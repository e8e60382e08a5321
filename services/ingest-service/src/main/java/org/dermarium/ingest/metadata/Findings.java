package org.dermarium.ingest.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What reading a row has brought so far. */
final class Findings {

    final SortedMap<String, Object> fields = new TreeMap<>();
    final SortedMap<String, String> unstructured = new TreeMap<>();
    final List<FieldProblem> problems = new ArrayList<>();

    void add(String column, Reading reading) {
        switch (reading) {
            case Reading.Value(Object value) -> fields.put(column, value);
            case Reading.Refused(String code, String message) -> refuse(column, code, message);
        }
    }

    void refuse(String column, String code, String message) {
        problems.add(new FieldProblem(column, code, message));
    }

    void putAside(String column, @Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        if (Cell.hasNul(text) || Cell.hasNul(column)) {
            refuse(column, "nul_character", Cell.NUL_REFUSED);
        } else {
            unstructured.put(column, text);
        }
    }
}
