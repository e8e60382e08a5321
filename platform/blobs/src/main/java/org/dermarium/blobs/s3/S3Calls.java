package org.dermarium.blobs.s3;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.minio.errors.ErrorResponseException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.outside.Guarded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request to S3 passes here: guarded, and with one translation of errors. */
final class S3Calls {

    private static final Logger log = LoggerFactory.getLogger(S3Calls.class);
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchBucket", "NoSuchUpload", "NoSuchObject");
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Duration callTimeout;
    private final Duration partTimeout;
    private final Guarded s3;

    S3Calls(S3Settings settings, CircuitBreakerRegistry breakers, MeterRegistry meters) {
        this.callTimeout = settings.callTimeout();
        this.partTimeout = settings.partTimeout();
        this.s3 = new Guarded("s3", breakers, S3Calls::isOutage, meters);
    }

    <T> T call(String operation, String bucket, String key, Supplier<CompletableFuture<T>> request) {
        return guarded(callTimeout, operation, bucket, key, request);
    }

    <T> T transfer(String operation, String bucket, String key, Supplier<CompletableFuture<T>> request) {
        return guarded(partTimeout, operation, bucket, key, request);
    }

    @SuppressWarnings("NullAway") // A deletion is answered by nothing.
    private <T> T guarded(
            Duration limit, String operation, String bucket, String key, Supplier<CompletableFuture<T>> request) {
        try {
            return s3.await(operation, limit, Guarded.request(request, late -> late.thenAccept(S3Calls::close)));
        } catch (CallNotPermittedException e) {
            throw new BlobsUnavailable("object storage fails too often and is left alone for a moment", s3.rest(), e);
        } catch (TimeoutException e) {
            throw unavailable(operation, "no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(operation, "interrupted", e);
        } catch (Exception e) {
            throw translated(operation, bucket, key, root(e));
        }
    }

    private RuntimeException translated(String operation, String bucket, String key, Throwable cause) {
        if (isMissing(cause)) {
            return new BlobMissing(bucket, key);
        }
        if (status(cause) == RANGE_NOT_SATISFIABLE) {
            return new IllegalArgumentException("range is outside of " + bucket + "/" + key, cause);
        }
        return cause instanceof IllegalArgumentException wrong
                ? wrong
                : unavailable(operation, String.valueOf(cause.getMessage()), cause);
    }

    private BlobsUnavailable unavailable(String operation, String why, Throwable cause) {
        return new BlobsUnavailable("object storage failed to " + operation + ": " + why, s3.rest(), cause);
    }

    private static boolean isOutage(Throwable failure) {
        Throwable cause = root(failure);
        return !isMissing(cause)
                && status(cause) != RANGE_NOT_SATISFIABLE
                && !(cause instanceof IllegalArgumentException);
    }

    private static boolean isMissing(Throwable cause) {
        return status(cause) == NOT_FOUND
                || cause instanceof ErrorResponseException refused
                        && MISSING.contains(refused.errorResponse().code());
    }

    private static int status(Throwable cause) {
        return cause instanceof ErrorResponseException refused && refused.response() != null
                ? refused.response().code()
                : 0;
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return e instanceof CompletionException && cause != null ? root(cause) : e;
    }

    /** An answer that comes when nobody waits for it any more still holds a connection. */
    private static void close(@Nullable Object answer) {
        if (answer instanceof Closeable body) {
            try {
                body.close();
            } catch (IOException e) {
                log.debug("A late answer of the object storage broke off", e);
            }
        }
    }
}
