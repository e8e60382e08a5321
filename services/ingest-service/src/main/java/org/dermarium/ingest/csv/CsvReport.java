package org.dermarium.ingest.csv;

import java.util.List;
import org.dermarium.ingest.problem.MetadataProblem;

/**
 * What checking a file found.
 *
 * @param rows without the header
 * @param problems any one forbids applying the file
 * @param unstructuredColumns columns that are no fields and would be kept as unstructured data, sorted
 */
public record CsvReport(int rows, List<MetadataProblem> problems, List<String> unstructuredColumns) {

    public boolean valid() {
        return problems.isEmpty();
    }
}
