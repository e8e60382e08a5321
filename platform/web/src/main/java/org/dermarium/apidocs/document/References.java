package org.dermarium.apidocs.document;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which schemas a part of a document leads to. */
final class References {

    static final String SCHEMAS = "#/components/schemas/";

    private References() {}

    /** Names of those it leads to, at once or through others. */
    static Set<String> from(Collection<?> parts, Map<String, Schema> schemas) {
        Set<String> reached = new TreeSet<>();
        Deque<Object> open = new ArrayDeque<>(parts);
        while (!open.isEmpty()) {
            for (String reference : Json31.mapper().valueToTree(open.pop()).findValuesAsText("$ref")) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                if (reference.startsWith(SCHEMAS) && schemas.containsKey(name) && reached.add(name)) {
                    open.push(schemas.get(name));
                }
            }
        }
        return reached;
    }
}
