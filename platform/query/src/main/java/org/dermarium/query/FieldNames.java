package org.dermarium.query;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Names of fields for who wrote one that there is not. */
final class FieldNames {

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final double LIKE = 0.8;
    private static final int MOST = 3;
    private static final int BEGINNING = 3;

    private FieldNames() {}

    /** A question that names those that are like it; empty when none is. */
    static String like(String name) {
        String like = Stream.concat(
                        SearchField.trees().keySet().stream(),
                        SearchField.all().stream().map(SearchField::fieldName))
                .filter(known -> LIKENESS.apply(known, name) > LIKE || beginsAlike(known, name))
                .sorted(Comparator.comparingDouble(known -> -LIKENESS.apply(known, name)))
                .limit(MOST)
                .map(known -> "'" + known + "'")
                .collect(joining(" or "));
        return like.isEmpty() ? "" : "; did you mean " + like + "?";
    }

    private static boolean beginsAlike(String known, String name) {
        return name.length() >= BEGINNING && known.startsWith(name.substring(0, BEGINNING));
    }
}
