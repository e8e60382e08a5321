package org.dermarium.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.SynchronousQueue;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;

class LoopTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SynchronousQueue<Throwable> mishaps = new SynchronousQueue<>();
    private final Loop loop = new Loop("sample", this::fail, meters);

    @Test
    void goesOnAfterExceptionsErrorsAndInterrupts() throws Exception {
        loop.start();
        mishaps.put(new IllegalStateException("an exception"));
        mishaps.put(new OutOfMemoryError("an error"));
        mishaps.put(new InterruptedException("of nobody who stops it"));
        mishaps.put(new StackOverflowError());
        assertThat(loop.isRunning()).isTrue();
        Eventually.until("all are counted", () -> failures() == 4);
        loop.stop();
    }

    @Test
    void tellsWhetherItRuns() {
        assertThat(loop.isRunning()).isFalse();
        loop.start();
        assertThat(loop.isRunning()).isTrue();
        assertThat(meters.get("dermarium.loop.running").gauge().value()).isEqualTo(1);
        loop.stop();
        assertThat(loop.isRunning()).isFalse();
        assertThat(meters.get("dermarium.loop.running").gauge().value()).isZero();
        assertThat(failures()).isZero();
    }

    private double failures() {
        return meters.get("dermarium.loop.failures").counter().count();
    }

    private void fail() throws Exception {
        sneaky(mishaps.take());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
