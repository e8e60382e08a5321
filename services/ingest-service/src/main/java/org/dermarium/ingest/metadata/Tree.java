package org.dermarium.ingest.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A controlled vocabulary of paths. Every node's name is unique in its tree, so that a name alone says the path. */
final class Tree {

    static final Tree DIAGNOSES = load("isic-dx.csv", "diagnosis_");
    static final Tree SITES = load("anatom-site.csv", "anatom_site_");

    private static final int SUGGESTIONS = 3;

    private final Map<String, Node> byPath = new LinkedHashMap<>();
    private final Map<String, Node> byName = new LinkedHashMap<>();
    private final Map<String, Node> byPathOrName = new HashMap<>();

    /** @param melanoma whether the fields of melanomas may be given with this diagnosis */
    record Node(List<String> levels, String path, boolean melanoma) {}

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
    @Nullable
    Node find(String pathOrName) {
        return byPathOrName.get(pathOrName);
    }

    /** Up to three spellings near to this one: among full paths when it has a colon, else among names. */
    List<String> closeTo(String written) {
        return CloseMatches.of(written, written.indexOf(':') >= 0 ? byPath.keySet() : byName.keySet(), SUGGESTIONS);
    }

    private static Tree load(String resource, String levelPrefix) {
        var nodes = new ArrayList<Node>();
        try (var in = requireNonNull(Tree.class.getResourceAsStream(resource), resource);
                var rows = CsvReader.builder().ofNamedCsvRecord(in, UTF_8)) {
            for (NamedCsvRecord row : rows) {
                nodes.add(node(row, levelPrefix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return new Tree(nodes);
    }

    private static Node node(NamedCsvRecord row, String levelPrefix) {
        var levels = new ArrayList<String>();
        for (int level = 1; level <= TreeField.LEVELS; level++) {
            String name = row.getField(levelPrefix + level);
            if (!name.isEmpty()) {
                levels.add(name);
            }
        }
        boolean melanoma = row.findField("melanoma").map(Boolean::parseBoolean).orElse(false);
        return new Node(List.copyOf(levels), String.join(":", levels), melanoma);
    }
}
