package org.dermarium.ingest.csv;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dermarium.ingest.metadata.ImageRow;
import org.dermarium.ingest.problem.MetadataProblem;

/** Which files the rows are about: each must be known, and none may come twice. */
final class FileNames {

    private static final int SHOWN = 5;

    private final Predicate<String> known;
    private final Map<String, List<Integer>> rowsByName = new HashMap<>();
    private final List<Integer> unnamed = new ArrayList<>();
    private final Map<String, Integer> unknown = new LinkedHashMap<>();

    FileNames(Predicate<String> known) {
        this.known = known;
    }

    /** @param name empty when the row does not say */
    void add(int row, String name) {
        if (name.isEmpty()) {
            unnamed.add(row);
            return;
        }
        List<Integer> rows = rowsByName.computeIfAbsent(name, _ -> new ArrayList<>(1));
        rows.add(row);
        if (rows.size() == 1 && !known.test(name)) {
            unknown.put(name, row);
        }
    }

    List<MetadataProblem> problems() {
        var problems = new ArrayList<MetadataProblem>();
        if (!unnamed.isEmpty()) {
            problems.add(problem("Rows without a filename.", unnamed));
        }
        List<Map.Entry<String, List<Integer>>> repeated = rowsByName.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .sorted(comparing((Map.Entry<String, List<Integer>> name) ->
                                -name.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (!repeated.isEmpty()) {
            String names = listed(repeated.stream().map(Map.Entry::getKey).toList());
            problems.add(problem(
                    "Duplicate filenames found. " + names,
                    repeated.stream()
                            .flatMap(name -> name.getValue().stream())
                            .sorted()
                            .toList()));
        }
        if (!unknown.isEmpty()) {
            String names = listed(List.copyOf(unknown.keySet()));
            problems.add(problem("Encountered unknown images in the CSV. " + names, List.copyOf(unknown.values())));
        }
        return problems;
    }

    private static MetadataProblem problem(String message, List<Integer> rows) {
        return new MetadataProblem(
                ImageRow.FILE_NAME, null, message, rows.subList(0, Math.min(SHOWN, rows.size())), rows.size());
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(SHOWN).map(MetadataProblem::quoted).collect(joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more." : shown + ".";
    }
}
