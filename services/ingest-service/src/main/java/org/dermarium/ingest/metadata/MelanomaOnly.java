package org.dermarium.ingest.metadata;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.dermarium.dictionary.Paths;
import org.dermarium.ingest.metadata.field.Tree;
import org.dermarium.ingest.problem.MetadataProblem;

/** Fields that only a melanoma can have need the diagnosis of one. */
record MelanomaOnly(List<String> names) implements RowRule {

    @Override
    public Optional<MetadataProblem> check(SortedMap<String, Object> fields) {
        for (String field : names) {
            if (fields.containsKey(field)) {
                return check(field, fields);
            }
        }
        return Optional.empty();
    }

    private static Optional<MetadataProblem> check(String field, SortedMap<String, Object> fields) {
        Object deepest = null;
        for (int level = 1; level <= Paths.LEVELS; level++) {
            deepest = fields.getOrDefault("diagnosis_" + level, deepest == null ? "" : deepest);
        }
        Tree.Node diagnosis = Tree.DIAGNOSES.find(String.valueOf(deepest));
        if (diagnosis == null) {
            return RowRule.missing(field, "diagnosis");
        }
        return diagnosis.melanoma() ? Optional.empty() : RowRule.incompatible(field, "diagnosis", diagnosis.path());
    }
}
