package org.dermarium.search.rebuild;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dermarium.loop.Blocking;
import org.dermarium.projection.Rebuild;
import org.dermarium.search.index.ElasticIndices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Sees to it that there is an index with today's fields, as soon as Elasticsearch answers. */
@Component
class FirstIndex {

    private static final Logger log = LoggerFactory.getLogger(FirstIndex.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ElasticIndices indices;
    private final Rebuild rebuild;
    private final AtomicBoolean ready = new AtomicBoolean();

    FirstIndex(ElasticIndices indices, Rebuild rebuild) {
        this.indices = indices;
        this.rebuild = rebuild;
    }

    boolean isReady() {
        return ready.get();
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Mono.fromCallable(this::ensure)
                .subscribeOn(Blocking.SCHEDULER)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .doBeforeRetry(failed -> log.warn(
                                "No index yet: {}",
                                String.valueOf(failed.failure().getMessage()))))
                .subscribe(ready::set);
    }

    private boolean ensure() throws Exception {
        if (!indices.isSearchable()) {
            // The consumer group may have read the topics long ago, for an index that is lost.
            rebuild.now();
        } else if (indices.isOutdated()) {
            log.info("The index was made for other fields: building a new one");
            rebuild.start();
        }
        return true;
    }
}
