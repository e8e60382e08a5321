package org.dermarium.catalog.collection;

import java.util.Map;
import org.dermarium.web.Problem;
import org.dermarium.web.Unprocessable;

/** What a collection may be called: 1 to 200 characters, blanks around them left out. */
public final class CollectionName {

    private static final int LONGEST = 200;

    private CollectionName() {}

    /** @throws Unprocessable naming the body's field {@code name} */
    public static String checked(String text) {
        String name = text.strip();
        if (name.isEmpty()) {
            throw refusal("string_too_short", "String should have at least 1 character", "min_length", 1);
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            String message = "String should have at most " + LONGEST + " characters";
            throw refusal("string_too_long", message, "max_length", LONGEST);
        }
        if (name.indexOf('\0') >= 0) {
            throw new Unprocessable(Problem.value(Problem.body("name"), "Null characters are not allowed."));
        }
        return name;
    }

    private static Unprocessable refusal(String type, String message, String bound, int value) {
        return new Unprocessable(new Problem(type, Problem.body("name"), message, Map.of(bound, value)));
    }
}
