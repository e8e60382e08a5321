package org.dermarium.challenge.score;

import java.io.InputStream;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.challenge.contest.Truths;
import org.dermarium.challenge.scoring.Predictions;
import org.dermarium.challenge.scoring.Score;
import org.dermarium.challenge.scoring.ScoreClassification;
import org.dermarium.challenge.scoring.Truth;
import org.dermarium.challenge.scoring.UnusableTable;
import org.dermarium.events.StoredObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Reads a submission's file once, from storage, and scores it. Whatever goes wrong has an outcome. */
@Service
class ScoreSubmission {

    private static final Logger log = LoggerFactory.getLogger(ScoreSubmission.class);

    private final BlobStore blobs;
    private final Truths truths;
    private final KnownTruths known;
    private final ScoringSettings settings;

    ScoreSubmission(BlobStore blobs, Truths truths, KnownTruths known, ScoringSettings settings) {
        this.blobs = blobs;
        this.truths = truths;
        this.known = known;
        this.settings = settings;
    }

    Outcome score(Claim claim) {
        if (claim.tries() > Claim.LAST_TRY) {
            log.error("Submission {} stopped its worker {} times", claim.entry().id(), Claim.LAST_TRY);
            return new Outcome.Faulty();
        }
        try {
            return scored(claim);
        } catch (Exception e) {
            return failed(claim, e);
        }
    }

    private Outcome scored(Claim claim) throws Exception {
        long task = claim.entry().task();
        Truths.Basis basis = truths.of(task)
                .blockOptional()
                .orElseThrow(() -> new IllegalStateException("task " + task + " has no truth"));
        Truth truth = known.of(basis);
        StoredObject file = claim.entry().predictions();
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

    private Outcome failed(Claim claim, Exception e) {
        long id = claim.entry().id();
        if (isAway(e)) {
            log.warn("Submission {} waits for the storage: {}", id, e.toString());
            return new Outcome.Postponed(settings.pause(), false);
        }
        if (claim.tries() < Claim.LAST_TRY) {
            log.warn("Scoring submission {} failed and is tried again", id, e);
            return new Outcome.Postponed(settings.pause().multipliedBy(claim.tries()), true);
        }
        log.error(
                "Submission {} could not be scored in {} tries; staff can have it scored again", id, claim.tries(), e);
        return new Outcome.Faulty();
    }

    private static boolean isAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BlobsUnavailable) {
                return true;
            }
        }
        return false;
    }
}
