package org.dermarium.ingest.metadata.field;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.Paths;
import org.jspecify.annotations.Nullable;

/** A controlled vocabulary of paths. Every node's name is unique in its tree, so that a name alone says the path. */
public final class Tree {

    public static final Tree DIAGNOSES = of("diagnosis");

    private static final int SUGGESTIONS = 3;

    private final Map<String, Node> byPath = new LinkedHashMap<>();
    private final Map<String, Node> byName = new LinkedHashMap<>();
    private final Map<String, Node> byPathOrName = new HashMap<>();

    /** @param melanoma whether the fields of melanomas may be given with this diagnosis */
    public record Node(List<String> levels, String path, boolean melanoma) {}

    private Tree(Collection<Node> nodes) {
        for (Node node : nodes) {
            byPath.put(node.path, node);
            if (byName.put(node.levels.getLast(), node) != null) {
                throw new IllegalArgumentException("two nodes are called " + node.levels.getLast());
            }
        }
        byPathOrName.putAll(byName);
        byPathOrName.putAll(byPath);
    }

    /** By full path or by name, both as they are spelled; null when there is none. */
    public @Nullable Node find(String pathOrName) {
        return byPathOrName.get(pathOrName);
    }

    /** Up to three spellings near to this one: among full paths when it has a colon, else among names. */
    List<String> closeTo(String written) {
        return CloseMatches.of(written, written.indexOf(':') >= 0 ? byPath.keySet() : byName.keySet(), SUGGESTIONS);
    }

    /** The tree of a field of the dictionary. */
    static Tree of(String field) {
        List<String> melanomas = Dictionary.known(field).melanomas();
        return new Tree(
                Paths.of(field).stream().map(levels -> node(levels, melanomas)).toList());
    }

    private static Node node(List<String> levels, List<String> melanomas) {
        String path = levels.stream().collect(joining(":"));
        boolean melanoma = melanomas.stream().anyMatch(above -> path.equals(above) || path.startsWith(above + ":"));
        return new Node(levels, path, melanoma);
    }
}
