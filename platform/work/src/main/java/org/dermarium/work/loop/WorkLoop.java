package org.dermarium.work.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dermarium.inbox.Outage;
import org.dermarium.loop.Loop;
import org.dermarium.outbox.TraceParent;
import org.dermarium.work.ClaimLost;
import org.dermarium.work.Job;
import org.dermarium.work.JobNews;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due in one queue and has it worked on, a virtual thread for each piece, as many at a time as the policy
 * says. Woken by the database when a job is added; looks by itself when one is due again, and every few seconds.
 */
public final class WorkLoop {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);
    private static final int BEATS_A_LEASE = 3;

    private final Worker worker;
    private final Policy policy;
    private final WorkQueue queue;
    private final JobNews news;
    private final TraceParent traces;
    private final WorkMetrics metrics;
    private final Leases leases;
    private final Loop taking;
    private final Loop holding;
    private final Loop counting;
    private final Semaphore places;
    private final Semaphore wakes = new Semaphore(0);
    private final Runnable wake = wakes::release;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    WorkLoop(Worker worker, WorkQueue queue, JobNews news, TraceParent traces, MeterRegistry meters) {
        this.worker = worker;
        this.policy = worker.policy();
        this.queue = queue;
        this.news = news;
        this.traces = traces;
        this.metrics = new WorkMetrics(queue.name(), meters);
        this.leases = new Leases(queue, policy);
        this.places = new Semaphore(policy.width());
        this.taking = new Loop(queue.name(), this::take, meters);
        this.holding = new Loop(queue.name() + "-leases", this::hold, meters);
        this.counting = new Loop(queue.name() + "-backlog", this::count, meters);
    }

    public void start() {
        stopping = false;
        news.subscribe(queue.name(), wake);
        holding.start();
        taking.start();
        counting.start();
    }

    /** What is worked on is interrupted and put back, so that another instance goes on at once. */
    public void stop() {
        stopping = true;
        news.unsubscribe(queue.name(), wake);
        counting.stop();
        taking.stop();
        threads.forEach(Thread::interrupt);
        long end = System.nanoTime() + GRACE.toNanos();
        for (Thread thread : threads) {
            awaitEnd(thread, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        holding.stop();
    }

    private static void awaitEnd(Thread thread, Duration most) {
        try {
            thread.join(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return taking.isRunning() && holding.isRunning();
    }

    private void hold() throws InterruptedException {
        Thread.sleep(policy.lease().dividedBy(BEATS_A_LEASE));
        leases.renew();
    }

    private void count() throws InterruptedException {
        metrics.backlog(queue.backlog());
        Thread.sleep(BETWEEN_COUNTS);
    }

    private void take() throws InterruptedException {
        places.acquire();
        int free = 1 + (worker instanceof BatchWorker ? 0 : places.drainPermits());
        int begun = 0;
        try {
            wakes.drainPermits();
            List<Job> taken = queue.take(worker instanceof BatchWorker ? policy.batch() : free, policy.lease());
            if (taken.isEmpty()) {
                places.release(free);
                begun = free;
                Duration next = queue.untilNext(LOOK);
                boolean ignored = wakes.tryAcquire(next.toNanos(), TimeUnit.NANOSECONDS);
                return;
            }
            List<List<Job>> pieces = worker instanceof BatchWorker
                    ? List.of(taken)
                    : taken.stream().map(List::of).toList();
            for (List<Job> piece : pieces) {
                begin(piece);
                begun++;
            }
        } finally {
            places.release(free - begun);
        }
    }

    private void begin(List<Job> jobs) {
        String first = jobs.getFirst().key();
        Thread thread = Thread.ofVirtual().name(queue.name() + "-" + first).unstarted(() -> {
            try {
                workOn(jobs);
            } catch (Throwable e) {
                // The lease runs out, and it is taken again.
                log.error("Job {} of {} was not settled", first, queue.name(), e);
            } finally {
                threads.remove(Thread.currentThread());
                places.release();
            }
        });
        threads.add(thread);
        thread.start();
    }

    private void workOn(List<Job> jobs) {
        Leases.Held lease = leases.begin(jobs);
        try {
            attempt(jobs, lease);
        } finally {
            leases.end(lease);
        }
    }

    private void attempt(List<Job> jobs, Lease lease) {
        Timer.Sample sample = metrics.begun();
        String outcome = "unsettled";
        try {
            outcome = jobs.size() == 1
                    ? traces.call(jobs.getFirst().traceparent(), queue.name(), () -> workAndSettle(jobs, lease))
                    : workAndSettle(jobs, lease);
        } catch (ClaimLost e) {
            outcome = "lost";
            log.warn("{}", e.getMessage());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            metrics.ended(sample, outcome);
        }
    }

    private String workAndSettle(List<Job> jobs, Lease lease) {
        Job first = jobs.getFirst();
        if (first.deaths() >= Policy.MOST_DEATHS) {
            return end(first, Worker.Cause.DEATHS, "Its workers died " + first.deaths() + " times in a row.");
        }
        try {
            Settlement settlement =
                    worker instanceof BatchWorker batch ? batch.work(jobs, lease) : worker.work(first, lease);
            settle(jobs, settlement);
            return settlement.kind().name().toLowerCase(Locale.ROOT);
        } catch (ClaimLost e) {
            throw e;
        } catch (Throwable e) {
            boolean ignored = Thread.interrupted();
            if (stopping) {
                // What was interrupted is no failure.
                queue.putBack(jobs);
                return "put_back";
            }
            return failed(jobs, e);
        }
    }

    private String failed(List<Job> jobs, Throwable failure) {
        if (Outage.explains(failure)) {
            log.warn("{} jobs of {} wait for an outage to end: {}", jobs.size(), queue.name(), failure.toString());
            settle(jobs, Settlement.postponed(failure.toString(), OUTAGE_PAUSE));
            return "postponed";
        }
        if (jobs.size() > 1) {
            log.warn("{} jobs of {} failed together and are tried one by one", jobs.size(), queue.name(), failure);
            jobs.forEach(job -> workOn(List.of(job)));
            return "split";
        }
        Job job = jobs.getFirst();
        log.warn("Job {} of {} failed, {} times before", job.key(), queue.name(), job.failures(), failure);
        if (job.failures() + 1 >= policy.mostFailures()) {
            return end(job, Worker.Cause.FAILURES, failure.toString());
        }
        settle(jobs, Settlement.failed(failure.toString()));
        return "failed";
    }

    /** What cannot even be ended is set aside. During an outage it is left to its lease, and ended after it. */
    private String end(Job job, Worker.Cause cause, String problem) {
        log.error("Job {} of {} is given up: {}", job.key(), queue.name(), problem);
        try {
            settle(List.of(job), worker.giveUp(job, cause, problem));
            return "given_up";
        } catch (ClaimLost e) {
            throw e;
        } catch (Throwable e) {
            if (stopping || Outage.explains(e)) {
                throw e;
            }
            log.error("Job {} of {} could not be given up", job.key(), queue.name(), e);
            settle(List.of(job), Settlement.setAside(problem));
            return "aside";
        }
    }

    /** While the database is away the job stays ours: what was done for it need not be done again. */
    private void settle(List<Job> jobs, Settlement settlement) {
        // Nor is the end of what was done lost when the service is told to stop just now.
        boolean ignored = Thread.interrupted();
        while (true) {
            try {
                queue.settleAll(jobs, settlement, policy.backoff());
                return;
            } catch (ClaimLost e) {
                throw e;
            } catch (RuntimeException e) {
                if (stopping || !Outage.explains(e)) {
                    throw e;
                }
                log.warn("The end of {} jobs of {} cannot be written yet: {}", jobs.size(), queue.name(), e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
