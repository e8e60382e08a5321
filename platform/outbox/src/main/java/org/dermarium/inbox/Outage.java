package org.dermarium.inbox;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Tells an outage of a database or storage, which passes, from a record or a job that can never succeed. */
public final class Outage {

    /** By name: not every service has these libraries. */
    private static final Set<String> BY_NAME = Set.of(
            "io.r2dbc.spi.R2dbcTransientException",
            "io.r2dbc.spi.R2dbcTransientResourceException",
            "io.r2dbc.spi.R2dbcNonTransientResourceException",
            "io.r2dbc.spi.R2dbcTimeoutException",
            "io.r2dbc.spi.R2dbcRollbackException",
            "org.dermarium.blobs.BlobsUnavailable",
            "io.github.resilience4j.circuitbreaker.CallNotPermittedException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.transaction.TransactionSystemException",
            "reactor.netty.http.client.PrematureCloseException");

    private Outage() {}

    public static boolean explains(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException
                    || t instanceof TimeoutException
                    || t instanceof InterruptedException
                    || t instanceof TransientDataAccessException
                    || t instanceof RecoverableDataAccessException
                    || t instanceof DataAccessResourceFailureException
                    || isNamed(t.getClass())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (BY_NAME.contains(c.getName())) {
                return true;
            }
        }
        return false;
    }
}
