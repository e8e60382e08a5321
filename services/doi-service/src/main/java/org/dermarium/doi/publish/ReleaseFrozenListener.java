package org.dermarium.doi.publish;

import java.time.Duration;
import org.dermarium.doi.release.ReleaseFrozen;
import org.dermarium.doi.work.Wakes;
import org.dermarium.store.Blocking;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goes on at once when a release is frozen. What is missed here is found by looking. */
@Component
class ReleaseFrozenListener {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Waiting waiting;
    private final Wakes wakes;

    ReleaseFrozenListener(Waiting waiting, Wakes wakes) {
        this.waiting = waiting;
        this.wakes = wakes;
    }

    @EventListener
    void on(ReleaseFrozen frozen) {
        // On a thread that may block, whichever tells it.
        Blocking.call(() -> waiting.frozen(frozen.doi()).blockOptional(LIMIT).orElse(0L))
                .onErrorComplete()
                .subscribe(woken -> wakes.wake());
    }
}
