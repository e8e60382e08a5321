package org.dermarium.challenge.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the places of one kind of problem. */
public final class ProblemPlaces {

    private final TableProblem.Code code;
    private final String lead;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<TableProblem.Place> places = new ArrayList<>();
    private int count;

    /** @param lead the message before its list, such as "Missing images in CSV" */
    public ProblemPlaces(TableProblem.Code code, String lead) {
        this.code = code;
        this.lead = lead;
    }

    public void add(String name, long row, @Nullable String column, @Nullable String value) {
        count++;
        if (names.size() <= TableProblem.SHOWN) {
            names.add(ShownText.of(name));
        }
        if (places.size() < TableProblem.SHOWN) {
            places.add(new TableProblem.Place(row, column, value));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public void addTo(List<TableProblem> problems) {
        if (count > 0) {
            problems.add(new TableProblem(code, message(), count, List.copyOf(places)));
        }
    }

    private String message() {
        String list = names.stream()
                .limit(TableProblem.SHOWN)
                .map(n -> "'" + n + "'")
                .collect(Collectors.joining(", ", "[", names.size() > TableProblem.SHOWN ? ", …]" : "]"));
        return lead + ": " + list + (names.size() > TableProblem.SHOWN ? " (" + count + " in all)." : ".");
    }
}
