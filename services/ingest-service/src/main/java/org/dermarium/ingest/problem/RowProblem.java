package org.dermarium.ingest.problem;

import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be applied.
 *
 * @param column null when no single column is at fault
 * @param row its number in the file
 */
public record RowProblem(@Nullable String column, String message, int row) {}
