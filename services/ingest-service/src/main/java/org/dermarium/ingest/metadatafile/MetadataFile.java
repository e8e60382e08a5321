package org.dermarium.ingest.metadatafile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.dermarium.ingest.problem.MetadataProblem;

/**
 * A metadata CSV and what became of it.
 *
 * @param creator id of the user who sent it
 * @param byStaff whether that was staff, whose files may hold the archive's own columns
 * @param rows without the header
 * @param problems any one forbids applying it
 * @param unstructuredColumns columns that are no fields
 * @param applied rows applied
 */
record MetadataFile(
        long id,
        long cohort,
        @JsonIgnore long creator,
        @JsonIgnore boolean byStaff,
        String fileName,
        @JsonIgnore String key,
        Status status,
        int rows,
        List<MetadataProblem> problems,
        List<String> unstructuredColumns,
        int applied) {

    enum Status {
        VALIDATING,
        VALID,
        INVALID,
        APPLYING,
        APPLIED,
        FAILED;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
