package org.dermarium.ingest.accession;

import java.util.Collection;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** News of accessions for those who look at a cohort just now. A looker who is too slow misses some. */
@Component
public final class Watch implements SmartLifecycle {

    private static final int WAITING = 10_000;

    private final Sinks.Many<Accession> news = Sinks.many().multicast().directBestEffort();
    private final Accessions accessions;
    private volatile boolean running;

    Watch(Accessions accessions) {
        this.accessions = accessions;
    }

    /** Call after the commit. */
    public void changed(Collection<Accession> accessions) {
        if (news.currentSubscriberCount() > 0) {
            synchronized (news) {
                accessions.forEach(news::tryEmitNext);
            }
        }
    }

    /** Tells of accessions that have just begun, if anybody looks; never fails, for they are stored already. */
    public Mono<Void> arrived(Collection<Long> ids) {
        return news.currentSubscriberCount() == 0
                ? Mono.empty()
                : accessions
                        .find(ids)
                        .collectList()
                        .doOnNext(this::changed)
                        .onErrorComplete()
                        .then();
    }

    /** From now on, until the service stops. */
    Flux<Accession> of(long cohort) {
        return news.asFlux()
                .filter(accession -> accession.home().cohort() == cohort)
                .onBackpressureBuffer(WAITING, dropped -> {});
    }

    @Override
    public void start() {
        running = true;
    }

    /** Open connections would hold up the server's graceful stop. */
    @Override
    public void stop() {
        running = false;
        synchronized (news) {
            news.tryEmitComplete();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
