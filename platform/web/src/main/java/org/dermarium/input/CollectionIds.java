package org.dermarium.input;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dermarium.text.Text;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Numbers of collections as clients send them: with commas between, in one text or in several. */
public final class CollectionIds {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final int LONGEST = 18;

    private CollectionIds() {}

    /**
     * The ids asked for, or null when none are. A number too large to be an id is left out: it finds nothing.
     *
     * @param place where the texts stood
     * @throws Refusal when something is not a number
     */
    public static @Nullable Set<Long> parse(List<String> texts, List<Object> place) {
        List<String> given = texts.stream().filter(t -> !t.isEmpty()).toList();
        if (given.isEmpty()) {
            return null;
        }
        Set<Long> ids = new TreeSet<>();
        for (String text : given) {
            for (String part : text.split(",", -1)) {
                String id = part.strip();
                if (!INTEGER.matcher(id).matches()) {
                    throw Refusal.unprocessable(
                            Problem.value(place, "invalid literal for int() with base 10: '" + Text.shown(part) + "'"));
                }
                if (id.length() <= LONGEST) {
                    ids.add(Long.valueOf(id));
                }
            }
        }
        return ids;
    }
}
