package org.dermarium.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two controlled vocabularies of paths, of up to {@value #LEVELS} levels. The spelling is data and is kept. */
public final class Paths {

    public static final int LEVELS = 5;

    private Paths() {}

    /**
     * Every permitted path of the tree of a field, parents before their children.
     *
     * @param field {@code diagnosis} or {@code anatom_site}
     */
    public static List<List<String>> of(String field) {
        List<List<String>> paths = new ArrayList<>();
        try (InputStream in = Dictionary.resource(field + ".json")) {
            add(new JsonMapper().readTree(in), List.of(), paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(paths);
    }

    /** The names of a tree's levels, from the top: {@code diagnosis_1} … */
    public static List<String> levelNames(String field) {
        List<String> names = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            names.add(field + "_" + level);
        }
        return List.copyOf(names);
    }

    private static void add(JsonNode node, List<String> above, List<List<String>> paths) {
        node.properties().forEach(child -> {
            List<String> path = new ArrayList<>(above);
            path.add(child.getKey());
            paths.add(List.copyOf(path));
            add(child.getValue(), path, paths);
        });
    }
}
