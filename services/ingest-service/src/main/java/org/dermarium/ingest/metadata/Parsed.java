package org.dermarium.ingest.metadata;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.ingest.metadata.field.Fields;
import org.dermarium.ingest.metadata.field.TreeField;
import org.dermarium.ingest.problem.MetadataProblem;

/**
 * A row after reading.
 *
 * @param fields what was given: text, Integer, Boolean; measurements as decimal text; paths as their levels
 *     ({@code diagnosis_1}…). The contributor's own ids and the exact age are among them and must stay private
 * @param unstructured columns that are no field, as they came
 * @param problems in the order of the fields; when any field is refused the rules between fields were not tried
 */
public record Parsed(
        SortedMap<String, Object> fields, SortedMap<String, String> unstructured, List<MetadataProblem> problems) {

    private static final List<Set<String>> PATHS = Fields.IN_ORDER.stream()
            .filter(TreeField.class::isInstance)
            .map(TreeField.class::cast)
            .map(field -> Set.copyOf(field.levelColumns()))
            .toList();

    public Parsed {
        fields = Collections.unmodifiableSortedMap(fields);
        unstructured = Collections.unmodifiableSortedMap(unstructured);
        problems = List.copyOf(problems);
    }

    public boolean valid() {
        return problems.isEmpty();
    }

    /** The stored fields with this row's values in their place. A path replaces the complete stored path. */
    public SortedMap<String, Object> over(SortedMap<String, Object> stored) {
        var merged = new TreeMap<>(stored);
        PATHS.stream()
                .filter(levels -> !Collections.disjoint(levels, fields.keySet()))
                .forEach(merged.keySet()::removeAll);
        merged.putAll(fields);
        return merged;
    }
}
