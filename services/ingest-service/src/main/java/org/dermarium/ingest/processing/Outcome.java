package org.dermarium.ingest.processing;

import org.dermarium.ingest.accession.Picture;

/** What became of a claimed accession. */
sealed interface Outcome {

    Claim claim();

    /** Stored, to be reviewed. */
    record Accepted(Claim claim, Picture picture) implements Outcome {}

    /** Not an image the archive takes; the sender can mend that. */
    record Skipped(Claim claim, String reason) implements Outcome {}

    /** The archive could not do it. */
    record Failed(Claim claim, String reason) implements Outcome {}

    /** Storage is away: to be tried again later, and not counted as an attempt. */
    record Postponed(Claim claim) implements Outcome {}
}
