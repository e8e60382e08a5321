package org.dermarium.store.idempotency;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes keys that have lived long enough, a bounded number at a time; any number of instances may do it. */
final class ForgetOldKeys implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ForgetOldKeys.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 10_000;

    private final IdempotencyKeys keys;
    private final Disposable loop;

    ForgetOldKeys(IdempotencyKeys keys) {
        this.keys = keys;
        this.loop = Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(e -> {
                    log.warn("Old keys are kept a while longer: {}", e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    Mono<Void> sweep() {
        return keys.forgetOld(AT_ONCE)
                .repeat()
                .takeUntil(forgotten -> forgotten < AT_ONCE)
                .then();
    }

    @Override
    public void destroy() {
        loop.dispose();
    }
}
