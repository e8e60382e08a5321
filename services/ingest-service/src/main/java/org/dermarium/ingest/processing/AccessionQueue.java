package org.dermarium.ingest.processing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.dermarium.ingest.accession.Accession;

/** Accessions that wait to be processed. All calls block. */
interface AccessionQueue {

    /** Takes the oldest ones that nobody has, for so long. */
    List<Claim> claim(int most, Duration lease);

    /** Holds claims longer. */
    void renew(Collection<Claim> claims, Duration lease);

    /**
     * Writes outcomes and their events in one transaction. An outcome whose claim has passed to somebody else is
     * dropped.
     *
     * @return the accessions changed
     */
    List<Accession> settle(List<Outcome> outcomes);

    /** How much waits and for how long the oldest has. */
    Backlog backlog();

    record Backlog(long waiting, double oldestSeconds) {}
}
