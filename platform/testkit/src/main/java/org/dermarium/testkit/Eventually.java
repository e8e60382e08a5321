package org.dermarium.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Waits with a name and a bound: a wait that fails says what never came. Exceptions on the way count as "not yet". */
public final class Eventually {

    public static final Duration BOUND = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** Waits until the assertions hold. */
    public static void await(String what, ThrowingRunnable assertions) {
        await(what, BOUND, assertions);
    }

    public static void await(String what, Duration bound, ThrowingRunnable assertions) {
        waiting(what, bound).untilAsserted(assertions);
    }

    /** Waits until the condition is true. */
    public static void until(String what, Callable<Boolean> condition) {
        waiting(what, BOUND).until(condition);
    }

    public static void until(String what, Duration bound, Callable<Boolean> condition) {
        waiting(what, bound).until(condition);
    }

    private static ConditionFactory waiting(String what, Duration bound) {
        return Awaitility.await(what)
                .atMost(bound)
                .pollInterval(PAUSE)
                .pollDelay(Duration.ZERO)
                .ignoreExceptions();
    }
}
