package org.dermarium.ingest.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.dermarium.ingest.problem.MetadataProblem;

/** What the fields of one row must be to each other. */
sealed interface RowRule permits MelanomaOnly, ImageTypeOnly, BiopsyConfirmed {

    /** In the order in which they are tried; only the first broken one is reported. */
    List<RowRule> IN_ORDER = List.of(
            new MelanomaOnly(List.of("mel_mitotic_index", "mel_thick_mm", "mel_ulcer")),
            new ImageTypeOnly("rcm_case_id", Set.of("RCM: macroscopic", "RCM: tile", "RCM: mosaic")),
            new ImageTypeOnly("dermoscopic_type", Set.of("dermoscopic")),
            new ImageTypeOnly("tbp_tile_type", Set.of("TBP tile: close-up", "TBP tile: overview")),
            new BiopsyConfirmed());

    Optional<MetadataProblem> check(SortedMap<String, Object> fields);

    static Optional<MetadataProblem> firstBroken(SortedMap<String, Object> fields) {
        for (RowRule rule : IN_ORDER) {
            Optional<MetadataProblem> problem = rule.check(fields);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    static Optional<MetadataProblem> missing(String field, String required) {
        return Optional.of(
                MetadataProblem.of(null, "missing_field", "Setting " + field + " requires setting " + required + "."));
    }

    static Optional<MetadataProblem> incompatible(String field, String other, Object value) {
        return Optional.of(MetadataProblem.of(
                null,
                "incompatible_fields",
                "Setting " + field + " is incompatible with " + other + " " + value + "."));
    }
}
