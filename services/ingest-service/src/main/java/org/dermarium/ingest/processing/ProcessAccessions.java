package org.dermarium.ingest.processing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.dermarium.ingest.newaccession.NewAccessions;
import org.dermarium.loop.Loop;
import org.dermarium.outbox.TraceParent;
import org.dermarium.work.Signal;
import org.dermarium.work.WorkQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Claims waiting accessions in batches of at least a quarter of {@code inFlight}, one virtual thread each. */
@Component
class ProcessAccessions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProcessAccessions.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(5);
    private static final int BEATS_A_LEASE = 3;
    private static final int BATCHES_IN_FLIGHT = 4;

    private final AccessionQueue queue;
    private final ProcessAccession process;
    private final SettleOutcomes settle;
    private final ProcessingSettings settings;
    private final TraceParent traces;
    private final Signal arrived;
    private final Semaphore places;
    private final int fewest;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    private final Loop claiming;
    private final Loop holding;
    private final Loop counting;
    private volatile AccessionQueue.Backlog backlog = new AccessionQueue.Backlog(0, 0);

    ProcessAccessions(
            AccessionQueue queue,
            ProcessAccession process,
            SettleOutcomes settle,
            ProcessingSettings settings,
            TraceParent traces,
            WorkQueues queues,
            MeterRegistry meters) {
        this.queue = queue;
        this.process = process;
        this.settle = settle;
        this.settings = settings;
        this.traces = traces;
        this.arrived = queues.signal(NewAccessions.SIGNAL);
        this.places = new Semaphore(settings.inFlight());
        this.fewest = Math.max(1, settings.inFlight() / BATCHES_IN_FLIGHT);
        this.claiming = new Loop("accessions", this::claim, meters);
        this.holding = new Loop("accessions-leases", this::hold, meters);
        this.counting = new Loop("accessions-backlog", this::count, meters);
        Gauge.builder("dermarium.ingest.waiting", () -> backlog.waiting())
                .description("accessions not processed yet")
                .register(meters);
        Gauge.builder("dermarium.ingest.oldest", () -> backlog.oldestSeconds())
                .baseUnit("seconds")
                .description("age of the oldest accession not processed yet")
                .register(meters);
    }

    @Override
    public void start() {
        holding.start();
        claiming.start();
        counting.start();
    }

    @Override
    public void stop() {
        counting.stop();
        claiming.stop();
        holding.stop();
    }

    @Override
    public boolean isRunning() {
        return claiming.isRunning() && holding.isRunning();
    }

    private void claim() throws InterruptedException {
        places.acquire(fewest);
        int free = fewest + places.drainPermits();
        List<Claim> claims = List.of();
        try {
            arrived.clear();
            claims = queue.claim(free, settings.lease());
        } finally {
            places.release(free - claims.size());
        }
        for (Claim claim : claims) {
            held.add(claim);
            Thread.ofVirtual().name("accession-" + claim.accession()).start(() -> send(claim));
        }
        if (claims.isEmpty()) {
            arrived.await(LOOK);
        }
    }

    private void hold() throws InterruptedException {
        Thread.sleep(settings.lease().dividedBy(BEATS_A_LEASE));
        Set<Claim> claims = Set.copyOf(held);
        if (!claims.isEmpty()) {
            queue.renew(claims, settings.lease());
        }
    }

    private void count() throws InterruptedException {
        backlog = queue.backlog();
        Thread.sleep(BETWEEN_COUNTS);
    }

    private void send(Claim claim) {
        traces.within(claim.traceparent(), "process accession", () -> {
            try {
                settle.add(process.process(claim), () -> held.remove(claim));
            } catch (InterruptedException e) {
                held.remove(claim);
            } catch (Throwable e) {
                // Errors too: a claim that stays held would never be processed again.
                held.remove(claim);
                log.error("Accession {} is left to its lease", claim.accession(), e);
            } finally {
                places.release();
            }
        });
    }
}
