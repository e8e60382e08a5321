package org.dermarium.challenge.scoring;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.utc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dermarium.challenge.classification.Score;
import org.dermarium.challenge.submission.Status;
import org.dermarium.challenge.submission.Submission;
import org.dermarium.challenge.submission.Submissions;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.dermarium.work.loop.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes how a submission ended, in the caller's transaction. */
@Repository
class Outcomes {

    private static final String END = """
            update submission set status = :status, overall = :overall, validation = :validation,
              problems = :problems::jsonb, stopped_workers = :stopped, scored_at = :now, changed_at = :now,
              version = version + 1
            where id = :id and attempt = :attempt and status in ('queued', 'scoring')""";

    private static final String HISTORY = """
            insert into score_history (submission, attempt, status, overall, validation, overall_before,
              validation_before, truth_sha256, ended_at)
            values (:id, :attempt, :status, :overall, :validation, :overall_before, :validation_before, :truth, :now)""";

    private static final String CURVES = """
            insert into score_curve (submission, position, category, curve)
            select :id, position, category, curve::json
            from unnest(:categories::text[], :curves::text[]) with ordinality as c(category, curve, position)""";

    private static final TableProblem SET_ASIDE = new TableProblem(
            TableProblem.Code.SET_ASIDE,
            "Scoring this file stopped the archive's workers " + Policy.MOST_DEATHS
                    + " times, so it was set aside. It counts as handed in until the organisers have looked at it.",
            1,
            List.of());

    private static final String SCORE = """
            insert into score (submission, document, metric_version, truth_sha256)
            values (:id, :document::json, :version, :truth)""";

    private final DatabaseClient db;
    private final Submissions submissions;
    private final Outbox outbox;

    Outcomes(DatabaseClient db, Submissions submissions, Outbox outbox) {
        this.db = db;
        this.submissions = submissions;
        this.outbox = outbox;
    }

    private record End(
            Status status,
            EventType event,
            @Nullable Score score,
            @Nullable String truth,
            List<TableProblem> problems,
            boolean stoppedWorkers) {

        static End of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Scored(Score score, String truth) ->
                    new End(Status.SUCCEEDED, EventType.SUBMISSION_SCORED, score, truth, List.of(), false);
                case Outcome.Refused(var problems, String truth) ->
                    new End(Status.FAILED, EventType.SUBMISSION_REFUSED, null, truth, problems, false);
                case Outcome.Faulty() ->
                    new End(Status.INTERNAL_FAILURE, EventType.SUBMISSION_REFUSED, null, null, List.of(), false);
                case Outcome.SetAside() ->
                    new End(
                            Status.INTERNAL_FAILURE,
                            EventType.SUBMISSION_REFUSED,
                            null,
                            null,
                            List.of(SET_ASIDE),
                            true);
            };
        }

        @Nullable
        Double overall() {
            return score == null ? null : score.overall();
        }

        @Nullable
        Double validation() {
            return score == null ? null : score.validation();
        }
    }

    /** The new state; empty, with nothing written, when the attempt has ended already. */
    Mono<Submission> write(Submission submission, Outcome outcome, Instant now) {
        End end = End.of(outcome);
        return end(submission, end, now)
                .filter(rows -> rows == 1)
                .flatMap(rows -> remember(submission, end, now)
                        .then(replaceScore(submission, end))
                        .then(Mono.defer(() -> submissions.find(submission.id())))
                        .flatMap(ended ->
                                outbox.append(end.event(), ended.event()).thenReturn(ended)));
    }

    private Mono<Long> end(Submission submission, End end, Instant now) {
        var statement = db.sql(END)
                .bind("status", end.status().label())
                .bind("problems", JsonScores.problems(end.problems()))
                .bind("stopped", end.stoppedWorkers())
                .bind("now", utc(now))
                .bind("id", submission.id())
                .bind("attempt", submission.attempt());
        statement = bind(statement, "overall", end.overall(), Double.class);
        return bind(statement, "validation", end.validation(), Double.class)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> remember(Submission submission, End end, Instant now) {
        var statement = db.sql(HISTORY)
                .bind("id", submission.id())
                .bind("attempt", submission.attempt())
                .bind("status", end.status().label())
                .bind("now", utc(now));
        statement = bind(statement, "overall", end.overall(), Double.class);
        statement = bind(statement, "validation", end.validation(), Double.class);
        statement = bind(statement, "overall_before", submission.overall(), Double.class);
        statement = bind(statement, "validation_before", submission.validation(), Double.class);
        return bind(statement, "truth", end.truth(), String.class).then();
    }

    private Mono<Void> replaceScore(Submission submission, End end) {
        Mono<Void> clear = submission.attempt() > 1 ? clear(submission.id()) : Mono.empty();
        Score score = end.score();
        String truth = end.truth();
        return score == null || truth == null ? clear : clear.then(keep(submission.id(), score, truth));
    }

    private Mono<Void> clear(long id) {
        return db.sql("delete from score_curve where submission = :id")
                .bind("id", id)
                .then()
                .then(db.sql("delete from score where submission = :id")
                        .bind("id", id)
                        .then());
    }

    private Mono<Void> keep(long id, Score score, String truth) {
        Map<String, String> curves = JsonScores.curves(score);
        return db.sql(SCORE)
                .bind("id", id)
                .bind("document", JsonScores.document(score))
                .bind("version", JsonScores.METRIC_VERSION)
                .bind("truth", truth)
                .then()
                .then(db.sql(CURVES)
                        .bind("id", id)
                        .bind("categories", curves.keySet().toArray(String[]::new))
                        .bind("curves", curves.values().toArray(String[]::new))
                        .then());
    }
}
