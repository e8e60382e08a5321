package org.dermarium.ingest.metadata.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.ingest.metadata.cell.Cell;
import org.dermarium.ingest.metadata.cell.Reading;
import org.dermarium.ingest.problem.MetadataProblem;
import org.jspecify.annotations.Nullable;

/** What reading a row has brought so far. */
public final class Findings {

    /** Characters of a column's name. */
    private static final int LONGEST_NAME = 255;

    /** Characters of a value that no field takes. */
    private static final int LONGEST_VALUE = 10_000;

    /** Characters of all such values of a row. */
    private static final int LONGEST_TOGETHER = 100_000;

    private static final String TOO_MUCH =
            "The columns that are no fields have more than %,d characters in this row.".formatted(LONGEST_TOGETHER);

    private int unstructuredLength;

    public final SortedMap<String, Object> fields = new TreeMap<>();
    public final SortedMap<String, String> unstructured = new TreeMap<>();
    public final List<MetadataProblem> problems = new ArrayList<>();

    void add(String column, Reading reading) {
        switch (reading) {
            case Reading.Value(Object value) -> fields.put(column, value);
            case Reading.Refused(String code, String message) -> refuse(column, code, message);
        }
    }

    void refuse(String column, String code, String message) {
        problems.add(MetadataProblem.of(column, code, message));
    }

    public void putAside(String column, @Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        Optional<Reading.Refused> refusal =
                Cell.refusal(column, LONGEST_NAME).or(() -> Cell.refusal(text, LONGEST_VALUE));
        unstructuredLength += text.length();
        if (refusal.isPresent()) {
            refuse(column, refusal.get().code(), refusal.get().message());
        } else if (unstructuredLength > LONGEST_TOGETHER) {
            refuse(column, "string_too_long", TOO_MUCH);
        } else {
            unstructured.put(column, text);
        }
    }
}
