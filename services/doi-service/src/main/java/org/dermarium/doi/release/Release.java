package org.dermarium.doi.release;

import java.util.List;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * A release of a DOI, on its way or frozen.
 *
 * @param bytesDone of the archive, as of about a second ago
 * @param bytesTotal exact once the members are known, 0 before
 * @param files archive, metadata, manifest and supplements in the public bucket; empty before it is frozen
 * @param problem why it waits or failed last, in words for people
 */
public record Release(
        String doi,
        State state,
        long bytesDone,
        long bytesTotal,
        List<DataFile> files,
        @Nullable String problem) {

    /** How far a release has come. */
    public enum State {
        BUILDING,
        FROZEN,
        /** Waits and is tried again. */
        FAILED,
        /** Given up; the DOI may order another edition. */
        ENDED
    }
}
