package org.dermarium.search.images;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dermarium.web.Unprocessable;
import org.jspecify.annotations.Nullable;

/** Reads the {@code collections} parameter: numbers separated by commas, the parameter once or several times. */
final class CollectionIds {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final int LONGEST = 18;

    private CollectionIds() {}

    /**
     * The ids asked for, or null when none are. A number too large to be an id is left out: it finds nothing.
     *
     * @throws Unprocessable when something is not a number
     */
    static @Nullable Set<Long> parse(List<String> parameter) {
        List<String> texts = parameter.stream().filter(t -> !t.isEmpty()).toList();
        if (texts.isEmpty()) {
            return null;
        }
        Set<Long> ids = new TreeSet<>();
        for (String text : texts) {
            for (String id : text.split(",", -1)) {
                if (!INTEGER.matcher(id.strip()).matches()) {
                    throw Unprocessable.query("collections", "invalid literal for int() with base 10: '" + id + "'");
                }
                if (id.strip().length() <= LONGEST) {
                    ids.add(Long.valueOf(id.strip()));
                }
            }
        }
        return ids;
    }
}
