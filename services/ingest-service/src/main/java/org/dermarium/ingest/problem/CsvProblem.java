package org.dermarium.ingest.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One problem of a file, however many rows have it.
 *
 * @param column null when it is no single column's
 * @param rows the first five row numbers (the header is row 1); empty when the file as a whole is meant
 * @param count rows that have it
 */
public record CsvProblem(@Nullable String column, String message, List<Integer> rows, int count) {}
