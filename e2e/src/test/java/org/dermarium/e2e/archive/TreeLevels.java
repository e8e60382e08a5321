package org.dermarium.e2e.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.dermarium.testkit.SharedFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trees of diagnoses and sites, read straight from the shared folder. */
public final class TreeLevels {

    private TreeLevels() {}

    /** From the name or path of each node to the name of its ancestor at this level; empty when it lies above. */
    public static Map<String, String> of(String tree, int level) throws IOException {
        var names = new HashMap<String, String>();
        JsonNode nodes = new JsonMapper()
                .readTree(Files.readAllBytes(SharedFolder.file(tree)))
                .get("nodes");
        for (JsonNode node : nodes) {
            String ancestor = node.path("levels").path(level - 1).asString("");
            names.put(node.get("name").asString(), ancestor);
            names.put(node.get("path").asString(), ancestor);
        }
        return names;
    }
}
