package org.dermarium.blobs.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.dermarium.loop.Loop;
import org.springframework.context.SmartLifecycle;

/** Lets the janitor clean, and then the sweep look for more. */
class JanitorLoop implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Janitor janitor;
    private final Sweep sweep;
    private final Loop loop;
    private boolean isOpen;

    JanitorLoop(Janitor janitor, Sweep sweep, MeterRegistry meters) {
        this.janitor = janitor;
        this.sweep = sweep;
        this.loop = new Loop("janitor", this::step, meters);
    }

    private void step() throws InterruptedException {
        if (!isOpen) {
            sweep.open();
            isOpen = true;
        }
        if (!janitor.clean() && !sweep.look()) {
            Thread.sleep(LOOK);
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
