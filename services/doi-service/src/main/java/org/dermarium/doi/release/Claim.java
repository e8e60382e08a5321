package org.dermarium.doi.release;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release that nobody else builds now.
 *
 * @param holder another one at each claim
 * @param isGathered whether its members are known
 * @param archiveSha256 of the archive that an earlier attempt read to its end, or null
 * @param failures in a row before this attempt
 */
record Claim(
        String doi,
        String slug,
        UUID holder,
        boolean isGathered,
        List<Supplement> supplements,
        @Nullable String archiveSha256,
        int failures) {

    Claim with(List<Supplement> known) {
        return new Claim(doi, slug, holder, isGathered, known, archiveSha256, failures);
    }

    Claim unsealed() {
        return new Claim(doi, slug, holder, isGathered, supplements, null, failures);
    }
}
