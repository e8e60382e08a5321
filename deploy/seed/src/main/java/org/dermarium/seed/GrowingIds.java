package org.dermarium.seed;

import java.util.HashMap;
import java.util.Map;

/**
 * Public ids that grow with the rows, as the recorded archive's did: facets are cut at ten values in the order of their
 * ids, so only then do two archives show the same ten. One own id in two cohorts is two people.
 */
final class GrowingIds {

    private final String prefix;
    private final Map<String, String> ids = new HashMap<>();

    GrowingIds(String prefix) {
        this.prefix = prefix;
    }

    String of(String cohort, String ownId) {
        return ownId.isEmpty()
                ? ""
                : ids.computeIfAbsent(cohort + " " + ownId, k -> prefix + "%07d".formatted(ids.size() + 1));
    }
}
