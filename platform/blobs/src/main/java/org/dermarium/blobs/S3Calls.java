package org.dermarium.blobs;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.minio.errors.ErrorResponseException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request to S3 passes here: a time limit, the circuit breaker, a timer, and one translation of errors. */
final class S3Calls {

    private static final Logger log = LoggerFactory.getLogger(S3Calls.class);
    private static final Duration OPEN = Duration.ofSeconds(5);
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchBucket", "NoSuchUpload", "NoSuchObject");

    private final TimeLimiter small;
    private final TimeLimiter part;
    private final MeterRegistry meters;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(2)
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .recordExceptions(BlobsUnavailable.class)
            // The caller's own doing: a build that was called off gives up a dozen requests at one time.
            .ignoreException(failure -> failure.getCause() instanceof InterruptedException)
            .build());
    private final CircuitBreaker breaker = breakers.circuitBreaker("s3");

    S3Calls(Duration callTimeout, Duration partTimeout, MeterRegistry meters) {
        this.small = limit(callTimeout);
        this.part = limit(partTimeout);
        this.meters = meters;
    }

    CircuitBreakerRegistry breakers() {
        return breakers;
    }

    <T> T call(String operation, String bucket, String key, Supplier<CompletableFuture<T>> request) {
        return guarded(small, operation, bucket, key, request);
    }

    <T> T transfer(String operation, String bucket, String key, Supplier<CompletableFuture<T>> request) {
        return guarded(part, operation, bucket, key, request);
    }

    private <T> T guarded(
            TimeLimiter limiter, String operation, String bucket, String key, Supplier<CompletableFuture<T>> request) {
        long began = System.nanoTime();
        String outcome = "failed";
        try {
            T answer = breaker.executeSupplier(() -> await(limiter, operation, bucket, key, request));
            outcome = "ok";
            return answer;
        } catch (BlobMissing e) {
            outcome = "missing";
            throw e;
        } catch (CallNotPermittedException e) {
            outcome = "refused";
            throw new BlobsUnavailable("object storage fails too often and is left alone for a moment", OPEN, e);
        } finally {
            Timer.builder("dermarium.blobs.requests")
                    .description("requests to object storage")
                    .tag("operation", operation)
                    .tag("outcome", outcome)
                    .register(meters)
                    .record(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static <T> T await(
            TimeLimiter limiter, String operation, String bucket, String key, Supplier<CompletableFuture<T>> request) {
        CompletableFuture<T> answer = request.get();
        try {
            return limiter.executeFutureSupplier(() -> answer);
        } catch (TimeoutException e) {
            answer.thenAccept(S3Calls::discard);
            throw unavailable(operation, "no answer in time", e);
        } catch (InterruptedException e) {
            answer.thenAccept(S3Calls::discard);
            Thread.currentThread().interrupt();
            throw unavailable(operation, "interrupted", e);
        } catch (Exception e) {
            throw translated(operation, bucket, key, root(e));
        }
    }

    private static RuntimeException translated(String operation, String bucket, String key, Throwable cause) {
        if (cause instanceof ErrorResponseException refused) {
            int status = refused.response() == null ? 0 : refused.response().code();
            String code = refused.errorResponse().code();
            if (MISSING.contains(code) || status == 404) {
                return new BlobMissing(bucket, key);
            }
            if (status == 416) {
                return new IllegalArgumentException("range is outside of " + bucket + "/" + key, cause);
            }
        }
        return unavailable(operation, String.valueOf(cause.getMessage()), cause);
    }

    private static BlobsUnavailable unavailable(String operation, String why, Throwable cause) {
        return new BlobsUnavailable("object storage failed to " + operation + ": " + why, OPEN, cause);
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        boolean wrapper = e instanceof CompletionException || e instanceof ExecutionException;
        return wrapper && cause != null ? root(cause) : e;
    }

    /** An answer that came too late still holds a connection. */
    private static void discard(@Nullable Object answer) {
        if (answer instanceof Closeable body) {
            try {
                body.close();
            } catch (IOException e) {
                log.debug("A late answer of the object storage broke off", e);
            }
        }
    }

    private static TimeLimiter limit(Duration timeout) {
        return TimeLimiter.of(TimeLimiterConfig.custom()
                .timeoutDuration(timeout)
                .cancelRunningFuture(false)
                .build());
    }
}
