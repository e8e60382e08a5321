package org.dermarium.ingest.imagemetadata;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one accession, as it is stored.
 *
 * @param fields structured, the private ones too
 * @param unstructured columns that are no field
 * @param lesion the public id; the private one is among the fields
 * @param rowPublic whether its row asked for publication without embargo
 */
record MetadataRecord(
        long accession,
        String fileName,
        boolean published,
        SortedMap<String, Object> fields,
        SortedMap<String, Object> unstructured,
        @Nullable String lesion,
        @Nullable String patient,
        @Nullable String rcmCase,
        @Nullable String license,
        @Nullable String attribution,
        @Nullable Boolean rowPublic) {

    /** Whether the reviewer would see something else. */
    boolean differs(MetadataRecord other) {
        return !fields.equals(other.fields);
    }
}
