package org.dermarium.ingest.metadata;

import java.util.Optional;
import java.util.SortedMap;
import org.dermarium.ingest.metadata.field.Fields;
import org.dermarium.ingest.problem.MetadataProblem;

/** A biopsy at the time of the picture means that the diagnosis came from histopathology. */
record BiopsyConfirmed() implements RowRule {

    @Override
    public Optional<MetadataProblem> check(SortedMap<String, Object> fields) {
        boolean broken = Boolean.TRUE.equals(fields.get("concomitant_biopsy"))
                && !Fields.HISTOPATHOLOGY.equals(fields.get(Fields.CONFIRM_TYPE));
        return broken
                ? RowRule.missing("concomitant_biopsy", Fields.CONFIRM_TYPE + " to " + Fields.HISTOPATHOLOGY)
                : Optional.empty();
    }
}
