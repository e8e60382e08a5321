package org.dermarium.ingest.metadata.field;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dermarium.dictionary.Paths;
import org.dermarium.ingest.metadata.cell.Cell;
import org.dermarium.ingest.problem.MetadataProblem;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree, written in one column as a full path or as the name of any node, or in five columns level by level.
 *
 * @param label what people call it
 */
public record TreeField(String name, String label, Tree tree, List<String> levelColumns) implements Field {

    TreeField(String name, String label, Tree tree) {
        this(name, label, tree, Paths.levelNames(name));
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(Stream.of(name), levelColumns.stream()).collect(toUnmodifiableSet());
    }

    @Override
    public void read(Map<String, ?> cells, Findings findings) {
        Object written = Cell.given(single(cells));
        if (written == null) {
            return;
        }
        Tree.Node node = tree.find(written.toString());
        if (node == null) {
            findings.refuse(name, "unknown_hierarchical_value", unknown(written.toString()));
            return;
        }
        for (int level = 0; level < node.levels().size(); level++) {
            findings.fields.put(levelColumns.get(level), node.levels().get(level));
        }
    }

    // A blank in the single column wins over the levels, as in the reference, although it then counts as not given.
    private @Nullable Object single(Map<String, ?> cells) {
        Object cell = cells.get(name);
        return cell == null || cell.equals("") ? joined(cells) : cell;
    }

    private String joined(Map<String, ?> cells) {
        var levels = new ArrayList<String>(levelColumns.size());
        for (String column : levelColumns) {
            Object cell = cells.get(column);
            levels.add(cell == null ? "" : cell.toString());
        }
        while (!levels.isEmpty() && levels.getLast().isEmpty()) {
            levels.removeLast();
        }
        return String.join(":", levels);
    }

    private String unknown(String written) {
        List<String> close =
                tree.closeTo(written).stream().map(MetadataProblem::quoted).toList();
        String message = "Unknown " + label + " " + MetadataProblem.quoted(written) + ".";
        return switch (close.size()) {
            case 0 -> message;
            case 1 -> message + " Did you mean " + close.getFirst() + "?";
            default ->
                message + " Did you mean " + String.join(", ", close.subList(0, close.size() - 1)) + " or "
                        + close.getLast() + "?";
        };
    }
}
