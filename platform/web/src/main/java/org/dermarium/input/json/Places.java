package org.dermarium.input.json;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.LinkedList;
import java.util.List;
import org.dermarium.web.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** Where in a JSON body something stands. */
final class Places {

    private Places() {}

    /** Of the value that the parser is at. */
    static List<Object> of(JsonParser parser) {
        TokenStreamContext context = parser.streamReadContext();
        JsonToken token = parser.currentToken();
        boolean opens = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        List<Object> steps = new LinkedList<>();
        for (TokenStreamContext c = opens ? context.getParent() : context;
                c != null && !c.inRoot();
                c = c.getParent()) {
            steps.addFirst(c.inArray() ? (Object) c.getCurrentIndex() : String.valueOf(c.currentName()));
        }
        return Problem.body(steps.toArray());
    }

    /** Of a constraint's property, below these steps. */
    static List<Object> of(Path path, List<Object> above) {
        List<Object> steps = new LinkedList<>(above);
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                steps.add(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                steps.add(node.getName());
            }
        }
        return Problem.body(steps.toArray());
    }
}
