package org.dermarium.doi.release.build;

import java.time.Duration;
import java.util.List;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.release.pack.ReleaseLayout;
import org.jspecify.annotations.Nullable;

/**
 * A release that is not frozen yet.
 *
 * @param edition counts the orders; all but the last were given up
 * @param isGathered whether its members are known
 * @param archiveSha256 of the archive that an earlier attempt read to its end, or null
 * @param failing since the first of the failures in a row
 */
record PendingRelease(
        String doi,
        String slug,
        int edition,
        boolean isGathered,
        List<Supplement> supplements,
        @Nullable String archiveSha256,
        Duration failing) {

    /** Where its files go in the public bucket. */
    String folder() {
        return ReleaseLayout.folder(doi, edition);
    }

    String bundleName() {
        return ReleaseLayout.bundle(slug);
    }
}
