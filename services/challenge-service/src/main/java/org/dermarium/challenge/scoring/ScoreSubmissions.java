package org.dermarium.challenge.scoring;

import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.dermarium.challenge.submission.Submission;
import org.dermarium.challenge.submission.Submissions;
import org.dermarium.work.Backoff;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Policy;
import org.dermarium.work.loop.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up what waits for a score; score, status and event are written together, once. */
@Component
class ScoreSubmissions implements Worker {

    private static final Logger log = LoggerFactory.getLogger(ScoreSubmissions.class);

    /** The largest table takes seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Submissions submissions;
    private final ScoreSubmission score;
    private final Outcomes outcomes;
    private final ScoringSettings settings;
    private final Clock clock;
    private final ScoringMetrics metrics;

    ScoreSubmissions(
            Submissions submissions,
            ScoreSubmission score,
            Outcomes outcomes,
            ScoringSettings settings,
            Clock clock,
            ScoringMetrics metrics) {
        this.submissions = submissions;
        this.score = score;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public String queue() {
        return Submissions.SCORING;
    }

    @Override
    public Policy policy() {
        return Policy.STANDARD
                .withWidth(settings.threads())
                .withLease(settings.lease())
                .withLongest(LONGEST)
                .withBackoff(new Backoff(settings.pause(), Backoff.STANDARD.longest()));
    }

    @Override
    public Settlement work(Job job, Lease lease) throws Exception {
        Timer.Sample sample = Timer.start();
        Optional<Submission> waiting = submissions.begin(job.id()).blockOptional();
        return waiting.isEmpty() ? Settlement.done() : ended(waiting.get(), score.score(waiting.get()), sample);
    }

    @Override
    public Settlement giveUp(Job job, Cause cause, String problem) {
        log.error("Submission {} was not scored ({}); staff can have it scored again: {}", job.key(), cause, problem);
        Outcome outcome = switch (cause) {
            case FAILURES -> new Outcome.Faulty();
            case DEATHS -> new Outcome.SetAside();
        };
        Timer.Sample sample = Timer.start();
        return submissions
                .begin(job.id())
                .blockOptional()
                .map(submission -> ended(submission, outcome, sample))
                .orElseGet(Settlement::done);
    }

    private Settlement ended(Submission submission, Outcome outcome, Timer.Sample sample) {
        return Settlement.done()
                .with(
                        outcomes.write(submission, outcome, clock.instant()),
                        ended -> metrics.ended(sample, ended.status()));
    }
}
