package org.dermarium.ingest.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems grouped by column and message, in order of appearance and in bounded memory. */
public final class ProblemTable {

    private static final int MOST_KINDS = 1_000;
    private static final int ROWS_SHOWN = 5;

    private final Map<Kind, Rows> kinds = new LinkedHashMap<>();

    private record Kind(@Nullable String column, String message) {}

    private static final class Rows {
        final List<Integer> first = new ArrayList<>(ROWS_SHOWN);
        int count;
    }

    public void add(@Nullable String column, String message, int row) {
        Rows rows = kinds.computeIfAbsent(new Kind(column, message), _ -> new Rows());
        rows.count++;
        if (rows.first.size() < ROWS_SHOWN) {
            rows.first.add(row);
        }
    }

    public boolean isFull() {
        return kinds.size() >= MOST_KINDS;
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    public List<CsvProblem> problems() {
        var problems = new ArrayList<CsvProblem>();
        kinds.forEach((kind, rows) ->
                problems.add(new CsvProblem(kind.column, kind.message, List.copyOf(rows.first), rows.count)));
        return problems;
    }
}
