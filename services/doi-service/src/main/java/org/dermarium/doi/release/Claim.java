package org.dermarium.doi.release;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dermarium.doi.dataset.Supplement;
import org.jspecify.annotations.Nullable;

/**
 * A release that nobody else builds now.
 *
 * @param holder another one at each claim
 * @param edition counts the orders; all but the last were given up
 * @param isGathered whether its members are known
 * @param archiveSha256 of the archive that an earlier attempt read to its end, or null
 * @param failures in a row before this attempt
 * @param failing since the first of them
 */
record Claim(
        String doi,
        String slug,
        int edition,
        UUID holder,
        boolean isGathered,
        List<Supplement> supplements,
        @Nullable String archiveSha256,
        int failures,
        Duration failing) {

    /** Where its files go in the public bucket. */
    String folder() {
        return ReleaseLayout.folder(doi, edition);
    }

    Claim with(List<Supplement> known) {
        return new Claim(doi, slug, edition, holder, isGathered, known, archiveSha256, failures, failing);
    }

    Claim unsealed() {
        return new Claim(doi, slug, edition, holder, isGathered, supplements, null, failures, failing);
    }
}
