package org.dermarium.challenge.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Scores the masks of a segmentation task. Dermarium has no such scorer yet; whoever asks for one gets {@link #notYet}.
 *
 * <p>One MUST read both archives without unpacking them to disk, refuse what it cannot read with every problem named, and
 * give the same masks the same score.
 */
public interface ScoreSegmentation {

    Score score(InputStream maskArchive, InputStream truthArchive) throws UnusableTable, IOException;

    /** The refusal of tasks and submissions of this type. */
    static UnusableTable notYet() {
        return new UnusableTable(List.of(new TableProblem(
                TableProblem.Code.NOT_SUPPORTED,
                "Segmentation cannot be scored yet, only classification.",
                1,
                List.of())));
    }
}
