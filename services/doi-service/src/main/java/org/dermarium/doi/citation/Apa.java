package org.dermarium.doi.citation;

import java.util.List;
import org.dermarium.doi.dataset.DataSet;

/** Seventh edition: up to twenty creators are named, of more the first nineteen and the last. */
final class Apa {

    private static final int MOST_NAMED = 20;

    private Apa() {}

    static String of(DataSet dataSet) {
        return "%s (%d). %s (Version %s) [Data set]. %s. %s"
                .formatted(
                        names(dataSet.creatorNames()),
                        dataSet.publicationYear(),
                        OneLine.of(dataSet.title()),
                        dataSet.version(),
                        DataSet.PUBLISHER,
                        dataSet.doiUrl());
    }

    private static String names(List<String> creators) {
        List<String> names = creators.stream().map(OneLine::of).toList();
        int last = names.size() - 1;
        if (last == 0) {
            return names.getFirst();
        }
        if (names.size() > MOST_NAMED) {
            return String.join(", ", names.subList(0, MOST_NAMED - 1)) + ", … " + names.get(last);
        }
        return String.join(", ", names.subList(0, last)) + ", & " + names.get(last);
    }
}
