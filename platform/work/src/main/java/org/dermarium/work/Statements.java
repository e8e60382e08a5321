package org.dermarium.work;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Statements on threads that wait for them. */
final class Statements {

    private Statements() {}

    /**
     * Blocks to the end, whatever interrupts meanwhile. A statement that is given up while its transaction begins would
     * go back to the pool with the transaction open, and swallow what others write on that connection.
     */
    static <T> @Nullable T toTheEnd(Mono<T> statement) {
        try {
            return statement.toFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
