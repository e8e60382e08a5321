package org.dermarium.challenge.score;

import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dermarium.challenge.submission.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The workers: each takes up what waits, scores it and writes how it ended. */
@Component
class ScoreSubmissions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ScoreSubmissions.class);

    private final UUID owner = UUID.randomUUID();
    private final ScoringQueue queue;
    private final ScoreSubmission score;
    private final ScoringSettings settings;
    private final Clock clock;
    private final ScoringMetrics metrics;
    private final Semaphore wakes = new Semaphore(0);
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    private volatile List<Thread> threads = List.of();

    ScoreSubmissions(
            ScoringQueue queue, ScoreSubmission score, ScoringSettings settings, Clock clock, ScoringMetrics metrics) {
        this.queue = queue;
        this.score = score;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Something was noted. What is missed here, another instance's news for one, is found by looking. */
    void wake() {
        wakes.release(settings.threads());
    }

    /** The claims that must not expire while their files are on the way. */
    Set<Claim> held() {
        return Set.copyOf(held);
    }

    @Override
    public void start() {
        List<Thread> fresh = new ArrayList<>();
        for (int i = 0; i < settings.threads(); i++) {
            fresh.add(Thread.ofPlatform().name("scoring-" + i).daemon().unstarted(this::run));
        }
        // Known before they run: they look here whether they may.
        threads = List.copyOf(fresh);
        fresh.forEach(Thread::start);
    }

    @Override
    public void stop() {
        List<Thread> running = threads;
        threads = List.of();
        running.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private boolean may() {
        return threads.contains(Thread.currentThread());
    }

    private void run() {
        while (may()) {
            try {
                if (!step() && wakes.tryAcquire(1, TimeUnit.SECONDS)) {
                    wakes.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // A worker that ended here would be missed only when submissions pile up.
                if (may()) {
                    log.warn("Scoring is held up and tried again", e);
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
            }
        }
    }

    /** Scores the next one; false when none waits. */
    boolean step() {
        Instant now = clock.instant();
        Optional<Claim> claim = queue.claim(owner, now, now.plus(settings.lease()));
        claim.ifPresent(this::work);
        return claim.isPresent();
    }

    private void work(Claim claim) {
        held.add(claim);
        Timer.Sample sample = Timer.start();
        try {
            Optional<Entry> ended = queue.settle(claim, score.score(claim), clock.instant());
            ended.ifPresent(entry -> metrics.ended(sample, entry.status()));
        } finally {
            held.remove(claim);
        }
    }
}
