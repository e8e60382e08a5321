package org.dermarium.challenge.submission;

import java.time.Instant;
import java.util.List;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its team sees it.
 *
 * @param overallScore the final score, null until the scores of the task are published
 */
public record SubmissionOut(
        long id,
        long approach,
        String approachName,
        long task,
        long team,
        Status status,
        Instant created,
        @Nullable Instant scoredAt,
        @Nullable Double validationScore,
        @Nullable Double overallScore,
        List<TableProblem> problems,
        FileOut file) {

    /** What was handed in. */
    public record FileOut(long size, String sha256) {}

    public static SubmissionOut of(Submission submission, Caller caller) {
        boolean showsFinal = caller.isStaff() || submission.scoresPublished();
        return new SubmissionOut(
                submission.id(),
                submission.approach(),
                submission.approachName(),
                submission.task(),
                submission.team(),
                submission.status(),
                submission.createdAt(),
                submission.scoredAt(),
                submission.validation(),
                showsFinal ? submission.overall() : null,
                submission.problems(),
                new FileOut(
                        submission.predictions().size(),
                        submission.predictions().sha256()));
    }
}
