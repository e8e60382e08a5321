package org.dermarium.ingest.processing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.ingest.work.WorkLoop;
import org.dermarium.outbox.TraceParent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Claims waiting accessions as places come free, a quarter at a time or more, and sends each on its way. */
@Component
class ProcessAccessions extends WorkLoop {

    private static final Logger log = LoggerFactory.getLogger(ProcessAccessions.class);

    private final AccessionQueue queue;
    private final ProcessAccession process;
    private final SettleOutcomes settle;
    private final ProcessingSettings settings;
    private final TraceParent traces;
    private final Semaphore places;
    private final int fewest;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();

    ProcessAccessions(
            AccessionQueue queue,
            ProcessAccession process,
            SettleOutcomes settle,
            ProcessingSettings settings,
            TraceParent traces,
            Wakes wakes) {
        super(Queue.ACCESSIONS, wakes);
        this.queue = queue;
        this.process = process;
        this.settle = settle;
        this.settings = settings;
        this.traces = traces;
        this.places = new Semaphore(settings.inFlight());
        this.fewest = Math.max(1, settings.inFlight() / 4);
    }

    @Override
    protected boolean step() throws InterruptedException {
        places.acquire(fewest);
        int free = fewest + places.drainPermits();
        List<Claim> claims = List.of();
        try {
            claims = queue.claim(free, settings.lease());
        } finally {
            places.release(free - claims.size());
        }
        for (Claim claim : claims) {
            held.add(claim);
            Thread.ofVirtual().name("accession-" + claim.accession()).start(() -> send(claim));
        }
        return !claims.isEmpty();
    }

    /** The claims that must not expire while their images are on the way. */
    Set<Claim> held() {
        return Set.copyOf(held);
    }

    private void send(Claim claim) {
        traces.within(claim.traceparent(), "process accession", () -> {
            try {
                settle.add(process.process(claim), () -> held.remove(claim));
            } catch (InterruptedException e) {
                held.remove(claim);
            } catch (RuntimeException e) {
                log.error("Accession {} is left to its lease", claim.accession(), e);
                held.remove(claim);
            } finally {
                places.release();
            }
        });
    }
}
