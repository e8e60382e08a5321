package org.dermarium.ingest.accession;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.events.Metadata;
import org.dermarium.ingest.metadata.MetadataRow;
import org.jspecify.annotations.Nullable;

/** What of an accession's metadata may be seen outside: no exact age and none of the contributor's own ids. */
final class PublicMetadata {

    private static final Set<String> PRIVATE = Set.of("age", "lesion_id", "patient_id", "rcm_case_id");

    private PublicMetadata() {}

    static Metadata of(
            SortedMap<String, Object> fields,
            @Nullable String lesion,
            @Nullable String patient,
            @Nullable String rcmCase) {
        var shown = new TreeMap<>(fields);
        shown.keySet().removeAll(PRIVATE);
        if (fields.get("age") instanceof Number age) {
            shown.put("age_approx", MetadataRow.approximateAge(age.intValue()));
        }
        put(shown, "lesion_id", lesion);
        put(shown, "patient_id", patient);
        put(shown, "rcm_case_id", rcmCase);
        return new Metadata(shown);
    }

    private static void put(SortedMap<String, Object> shown, String field, @Nullable String id) {
        if (id != null) {
            shown.put(field, id);
        }
    }
}
