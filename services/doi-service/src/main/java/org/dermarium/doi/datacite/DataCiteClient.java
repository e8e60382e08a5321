package org.dermarium.doi.datacite;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Every request to DataCite passes here: our own rate limit, the circuit breaker, a time limit and a timer. An answer
 * that means "come back" ends as {@link RegistrarAway}; every other one is handed on.
 */
final class DataCiteClient {

    /** Far more than any description of one DOI. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private static final Duration REFILL = Duration.ofMinutes(1);

    private final HttpClient http;
    private final Duration timeout;
    private final Duration rest;
    private final Bucket allowance;
    private final CircuitBreaker breaker;
    private final MeterRegistry meters;
    private final Clock clock;

    DataCiteClient(RegistrarSettings settings, CircuitBreaker breaker, MeterRegistry meters, Clock clock) {
        this.timeout = settings.timeout();
        this.rest = settings.rest();
        this.breaker = breaker;
        this.meters = meters;
        this.clock = clock;
        this.allowance = allowance(settings);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    HttpResponse<String> send(String operation, HttpRequest request) throws RegistrarAway {
        var running = Timer.start(meters);
        String outcome = "away";
        try {
            waitForAllowance();
            HttpResponse<String> answer = guarded(request);
            outcome = answer.statusCode() < 400 ? "ok" : "refused";
            return answer;
        } finally {
            running.stop(Timer.builder("dermarium.registrar.requests")
                    .description("requests to the registrar of DOIs")
                    .tag("operation", operation)
                    .tag("outcome", outcome)
                    .register(meters));
        }
    }

    private static Bucket allowance(RegistrarSettings settings) {
        long perMinute = Math.max(1, Math.round(settings.perSecond() * REFILL.toSeconds()));
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.burst()).refillGreedy(perMinute, REFILL))
                .build();
    }

    private void waitForAllowance() throws RegistrarAway {
        try {
            if (!allowance.asBlocking().tryConsume(1, timeout, BlockingStrategy.PARKING)) {
                throw new RegistrarAway("as many requests as the registrar allows are waiting already", rest, null);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RegistrarAway("interrupted", null, stopping);
        }
    }

    private HttpResponse<String> guarded(HttpRequest request) throws RegistrarAway {
        if (!breaker.tryAcquirePermission()) {
            throw new RegistrarAway("the registrar fails too often and is left alone for a moment", rest, null);
        }
        long began = breaker.getCurrentTimestamp();
        try {
            HttpResponse<String> answer = await(request);
            note(began, isOutage(answer.statusCode()) ? new IOException("status " + answer.statusCode()) : null);
            if (isPassing(answer.statusCode())) {
                throw comeBack(answer);
            }
            return answer;
        } catch (IOException | TimeoutException failure) {
            note(began, failure);
            throw new RegistrarAway("the registrar cannot be reached: " + failure, null, failure);
        } catch (InterruptedException stopping) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            throw new RegistrarAway("interrupted", null, stopping);
        }
    }

    private RegistrarAway comeBack(HttpResponse<String> answer) {
        Duration wait = answer.headers()
                .firstValue("Retry-After")
                .map(value -> RetryAfter.read(value, clock))
                .orElse(null);
        return new RegistrarAway("the registrar answers " + answer.statusCode(), wait, null);
    }

    private void note(long began, @Nullable Exception failure) {
        long took = breaker.getCurrentTimestamp() - began;
        if (failure == null) {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        } else {
            breaker.onError(took, breaker.getTimestampUnit(), failure);
        }
    }

    /** The limit includes the body, which a time-out of the request alone would not. */
    private HttpResponse<String> await(HttpRequest request) throws IOException, TimeoutException, InterruptedException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw silent;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }

    /** Being told to slow down is no outage: whoever says so works. */
    private static boolean isOutage(int status) {
        return status >= 500 || status == 408;
    }

    private static boolean isPassing(int status) {
        return isOutage(status) || status == 425 || status == 429;
    }
}
