package org.dermarium.doi.release;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * Releases that are not frozen yet. All calls block. Whatever is said with a claim that has passed to somebody else
 * changes nothing and throws {@link ClaimLost}.
 */
interface ReleaseQueue {

    /** Takes the release that is due and has waited longest, for so long. */
    Optional<Claim> claim(Duration lease);

    /** Goes on holding it, and says how many bytes of the archive are read. */
    void hold(Claim claim, Duration lease, long bytesDone);

    /**
     * Copies what the holdings know of the ordered images. Those that were withdrawn meanwhile stay away.
     *
     * @return why it cannot be done yet, or null when it is done
     */
    @Nullable
    String gather(Claim claim);

    /** Takes out members that were withdrawn since they were gathered; only before the archive can be seen. */
    void dropWithdrawn(Claim claim);

    /** Says what is known of the supplements, and how long the archive will be. */
    void begin(Claim claim, long bytesTotal);

    /** Says what the archive is, or with null that nothing of it is left. */
    void seal(Claim claim, @Nullable String sha256);

    /** Ends the work: from here on nothing of the release changes. */
    void freeze(Claim claim, List<DataFile> files);

    /** Lets it go for so long. */
    void postpone(Claim claim, String problem, Duration pause);

    /** As {@link #postpone}, and counts it as a failure. */
    void fail(Claim claim, String problem, Duration pause);

    /** Since when the oldest one waits, in seconds. */
    double oldestSeconds();
}
