package org.dermarium.ingest.processing;

import java.util.UUID;
import org.dermarium.ingest.original.Original;
import org.dermarium.work.loop.Policy;
import org.jspecify.annotations.Nullable;

/**
 * An accession that this process has taken for a while.
 *
 * @param attempt counts from 1; only the latest attempt's outcome is written
 * @param blobId name of the objects to be made, the same at every attempt
 */
record Claim(
        long accession,
        int attempt,
        Original original,
        UUID blobId,
        @Nullable String traceparent) {

    /** The last attempt: an image that stopped the process this often would stop it again. */
    static final int LAST_ATTEMPT = Policy.MOST_DEATHS;
}
