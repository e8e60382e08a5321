package org.dermarium.challenge.score;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dermarium.challenge.submission.Entry;
import org.dermarium.events.Submission;

/** Submissions that wait for their score. All calls block. */
interface ScoringQueue {

    /** Notes those that wait; what is noted already, or has ended, stays as it is. */
    void note(Collection<Submission> submissions, Instant now);

    /** Notes what has waited since before that time and nobody was told of. */
    void adopt(Instant before, Instant now);

    /** Takes the one that has waited longest and that nobody holds. */
    Optional<Claim> claim(UUID owner, Instant now, Instant until);

    /** Holds claims longer. */
    void renew(Collection<Claim> claims, Instant until);

    /**
     * Writes the outcome, the submission's new state and its event in one transaction.
     *
     * @return the submission's new state; empty when the claim has passed to somebody else: nothing is written then
     */
    Optional<Entry> settle(Claim claim, Outcome outcome, Instant now);

    /** How attempts ended, oldest first. */
    List<Attempt> attempts(long submission);
}
