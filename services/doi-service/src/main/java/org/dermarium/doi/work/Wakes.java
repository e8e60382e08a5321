package org.dermarium.doi.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells loops at once that something waits. What is missed here, another instance's news for one, is found by looking. */
@Component
public final class Wakes {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Semaphore signal = new Semaphore(0);

    /** Call after the commit. */
    public void wake() {
        signal.release();
    }

    /** Returns when woken, or after a second at the latest. */
    void await() throws InterruptedException {
        boolean ignored = signal.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
}
