package org.dermarium.challenge.scoring;

import java.io.InputStream;
import java.util.List;
import org.dermarium.blobs.BlobStore;
import org.dermarium.challenge.classification.Predictions;
import org.dermarium.challenge.classification.Score;
import org.dermarium.challenge.classification.ScoreClassification;
import org.dermarium.challenge.classification.Truth;
import org.dermarium.challenge.submission.Submission;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.challenge.table.UnusableTable;
import org.dermarium.challenge.task.Truths;
import org.dermarium.events.StoredObject;
import org.springframework.stereotype.Service;

/** Reads a submission's file once, from storage, and scores it. */
@Service
class ScoreSubmission {

    /** Staff find out which; participants may not know of them. */
    private static final TableProblem TRUTH_LOST = new TableProblem(
            TableProblem.Code.FAULTY_TRUTH,
            "Images of this task are no longer public, and without them nothing can be scored until its truth is mended.",
            1,
            List.of());

    private final BlobStore blobs;
    private final Truths truths;
    private final KnownTruths known;

    ScoreSubmission(BlobStore blobs, Truths truths, KnownTruths known) {
        this.blobs = blobs;
        this.truths = truths;
        this.known = known;
    }

    /** @throws Exception when it was not the file's fault */
    Outcome score(Submission submission) throws Exception {
        Truths.Basis basis = truths.of(submission.task())
                .blockOptional()
                .orElseThrow(() -> new IllegalStateException("task " + submission.task() + " has no truth"));
        Truth truth = known.of(basis);
        if (!truth.problems().isEmpty()) {
            return new Outcome.Refused(List.of(TRUTH_LOST), basis.sha256());
        }
        StoredObject file = submission.predictions();
        try (InputStream in = blobs.open(file.bucket(), file.key())) {
            Score score = new ScoreClassification(truth, basis.metric()).score(Predictions.read(in, truth));
            if (!Double.isFinite(score.overall()) || !Double.isFinite(score.validation())) {
                throw new IllegalStateException("the score is no number");
            }
            return new Outcome.Scored(score, basis.sha256());
        } catch (UnusableTable e) {
            return new Outcome.Refused(e.problems(), basis.sha256());
        }
    }
}
