package org.dermarium.ingest.work;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells loops at once that something waits. What is missed here, another instance's news for one, is found by looking. */
@Component
public final class Wakes {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Map<Queue, Semaphore> signals = new EnumMap<>(Queue.class);

    Wakes() {
        for (Queue queue : Queue.values()) {
            signals.put(queue, new Semaphore(0));
        }
    }

    /** Call after the commit. */
    public void wake(Queue queue) {
        signal(queue).release();
    }

    /** Returns when woken, or after a second at the latest. */
    public void await(Queue queue) throws InterruptedException {
        Semaphore signal = signal(queue);
        if (signal.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private Semaphore signal(Queue queue) {
        return java.util.Objects.requireNonNull(signals.get(queue));
    }
}
