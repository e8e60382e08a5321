package org.dermarium.challenge.scoring;

import java.util.List;
import org.dermarium.challenge.classification.Score;
import org.dermarium.challenge.table.TableProblem;

/** How scoring a submission ended. */
sealed interface Outcome {

    /** @param truthSha256 of the truth it was scored by */
    record Scored(Score score, String truthSha256) implements Outcome {}

    /** Its sender's fault, with every problem named. */
    record Refused(List<TableProblem> problems, String truthSha256) implements Outcome {}

    /** Ours: the quota is not used. */
    record Faulty() implements Outcome {}

    /** Workers died of it, whoever's fault that is: it uses the quota until staff have it scored again. */
    record SetAside() implements Outcome {}
}
