package org.dermarium.doi.datacite;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.dermarium.outside.Guarded;
import reactor.core.publisher.Mono;

/**
 * Every request to DataCite passes here: our own rate limit, and guarded. An answer that means "come back" ends as
 * {@link RegistrarAway}; every other one is handed on.
 */
final class DataCiteClient {

    /** Far more than any description of one DOI. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private static final Duration REFILL = Duration.ofMinutes(1);

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http;
    private final Duration timeout;
    private final Bucket allowance;
    private final Guarded registrar;
    private final Clock clock;

    DataCiteClient(RegistrarSettings settings, CircuitBreakerRegistry breakers, MeterRegistry meters, Clock clock) {
        this.timeout = settings.timeout();
        this.registrar = new Guarded("registrar", breakers, DataCiteClient::isOutage, meters);
        this.clock = clock;
        this.allowance = allowance(settings);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    HttpResponse<String> send(String operation, HttpRequest request) throws RegistrarAway {
        waitForAllowance();
        Mono<HttpResponse<String>> answer = Guarded.request(
                        () -> http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES)),
                        sent -> sent.cancel(true))
                .doOnNext(DataCiteClient::requireNoPause);
        try {
            return Objects.requireNonNull(registrar.await(operation, timeout, answer));
        } catch (CallNotPermittedException open) {
            throw new RegistrarAway(
                    "the registrar fails too often and is left alone for a moment", registrar.rest(), open);
        } catch (ComeBack passing) {
            throw comeBack(passing.answer);
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        } catch (Exception failure) {
            throw new RegistrarAway("the registrar cannot be reached: " + failure, null, failure);
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
                throw new RegistrarAway(
                        "as many requests as the registrar allows are waiting already", registrar.rest(), null);
            }
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    private static RegistrarAway interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new RegistrarAway("interrupted", null, stopping);
    }

    private RegistrarAway comeBack(HttpResponse<String> answer) {
        Duration wait = answer.headers()
                .firstValue("Retry-After")
                .map(value -> RetryAfter.read(value, clock))
                .orElse(null);
        return new RegistrarAway("the registrar answers " + answer.statusCode(), wait, null);
    }

    private static void requireNoPause(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (isOutage(status) || status == TOO_EARLY || status == TOO_MANY_REQUESTS) {
            throw new ComeBack(answer);
        }
    }

    /** Being told to slow down is no outage: whoever says so works. */
    private static boolean isOutage(Throwable failure) {
        return !(failure instanceof ComeBack passing) || isOutage(passing.answer.statusCode());
    }

    private static boolean isOutage(int status) {
        return status >= 500 || status == REQUEST_TIMEOUT;
    }

    /** An answer that is none yet. */
    private static final class ComeBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient HttpResponse<String> answer;

        ComeBack(HttpResponse<String> answer) {
            super("status " + answer.statusCode());
            this.answer = answer;
        }
    }
}
