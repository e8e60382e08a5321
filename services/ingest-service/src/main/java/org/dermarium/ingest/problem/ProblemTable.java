package org.dermarium.ingest.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems of rows grouped by column and message, in order of appearance and in bounded memory. */
public final class ProblemTable {

    private static final int MOST_KINDS = 1_000;
    private static final int ROWS_SHOWN = 5;

    private final Map<Kind, Rows> kinds = new LinkedHashMap<>();

    private record Kind(@Nullable String column, String message) {}

    private static final class Rows {
        final List<Integer> first = new ArrayList<>(ROWS_SHOWN);
        int count;
    }

    public void add(MetadataProblem problem) {
        Rows rows = kinds.computeIfAbsent(new Kind(problem.column(), problem.message()), _ -> new Rows());
        rows.count += problem.count();
        problem.rows().stream().limit(ROWS_SHOWN - rows.first.size()).forEach(rows.first::add);
    }

    public void addAll(List<MetadataProblem> problems) {
        problems.forEach(this::add);
    }

    public boolean isFull() {
        return kinds.size() >= MOST_KINDS;
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    public List<MetadataProblem> problems() {
        var problems = new ArrayList<MetadataProblem>();
        kinds.forEach((kind, rows) ->
                problems.add(new MetadataProblem(kind.column, null, kind.message, rows.first, rows.count)));
        return problems;
    }
}
