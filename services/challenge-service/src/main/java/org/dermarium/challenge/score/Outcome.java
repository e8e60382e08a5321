package org.dermarium.challenge.score;

import java.time.Duration;
import java.util.List;
import org.dermarium.challenge.scoring.Score;
import org.dermarium.challenge.scoring.TableProblem;

/** How scoring a submission ended. */
sealed interface Outcome {

    /** @param truthSha256 of the truth it was scored by */
    record Scored(Score score, String truthSha256) implements Outcome {}

    /** Its sender's fault, with every problem named. */
    record Refused(List<TableProblem> problems, String truthSha256) implements Outcome {}

    /** Ours, for good. */
    record Faulty() implements Outcome {}

    /**
     * Ours, for now.
     *
     * @param counts whether this was a try: while the storage is away there is none
     */
    record Postponed(Duration pause, boolean counts) implements Outcome {}
}
