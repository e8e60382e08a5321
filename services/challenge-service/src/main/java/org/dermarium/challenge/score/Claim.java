package org.dermarium.challenge.score;

import java.util.UUID;
import org.dermarium.challenge.submission.Entry;

/**
 * A submission that a worker has taken for a while.
 *
 * @param owner the process of the worker
 * @param tries how often this attempt was taken up, from 1; only the latest one's outcome is written
 */
record Claim(Entry entry, UUID owner, int tries) {

    /** The last one: what has failed or stopped the process so often would do so for ever. */
    static final int LAST_TRY = 5;
}
