package org.dermarium.ingest.accession;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.dictionary.CellType;
import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.MetadataField;
import org.dermarium.events.Metadata;
import org.dermarium.ingest.metadata.MetadataRow;
import org.jspecify.annotations.Nullable;

/** What of an accession's metadata may be seen outside: no exact age and none of the contributor's own ids. */
final class PublicMetadata {

    private static final Set<String> PRIVATE = Dictionary.FIELDS.stream()
            .filter(field -> field.isPrivate() || isOwnId(field.cell()))
            .map(MetadataField::name)
            .collect(toUnmodifiableSet());

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

    private static boolean isOwnId(@Nullable CellType cell) {
        return cell != null && cell.read() == CellType.Read.IDENTIFIER;
    }

    private static void put(SortedMap<String, Object> shown, String field, @Nullable String id) {
        if (id != null) {
            shown.put(field, id);
        }
    }
}
