package org.dermarium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class WhileAllowedTests {

    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();

    private Mono<String> right() {
        asked.incrementAndGet();
        return allowed.get() ? Mono.just("an image") : Mono.empty();
    }

    @Test
    void breaksOffWhenTheRightHasEnded() {
        StepVerifier.withVirtualTime(() -> WhileAllowed.send(Flux.just(1).concatWith(Flux.never()), this::right))
                .expectNext(1)
                .thenAwait(Duration.ofMinutes(1))
                .then(() -> allowed.set(false))
                .thenAwait(WhileAllowed.EVERY)
                .verifyError(Refusal.class);
    }

    @Test
    void breaksOffForAClientThatTakesNothing() {
        StepVerifier.withVirtualTime(() -> WhileAllowed.send(Flux.range(1, 9), this::right), 0)
                .thenAwait(Duration.ofMinutes(1))
                .then(() -> allowed.set(false))
                .thenAwait(WhileAllowed.EVERY)
                .verifyError(Refusal.class);
    }

    @Test
    void breaksOffWhenNobodyKnowsWhetherThereIsARight() {
        StepVerifier.withVirtualTime(() -> WhileAllowed.send(
                        Flux.never(), () -> Mono.error(new IllegalStateException("the database is away"))))
                .thenAwait(WhileAllowed.EVERY)
                .verifyError(IllegalStateException.class);
    }

    @Test
    void asksNothingForWhatIsSentAtOnceAndNothingAfterwards() {
        StepVerifier.withVirtualTime(() -> WhileAllowed.send(Flux.range(1, 9), this::right)
                        .concatWith(Flux.<Integer>empty().delaySubscription(Duration.ofMinutes(1))))
                .expectNextCount(9)
                .thenAwait(Duration.ofMinutes(1))
                .verifyComplete();
        assertThat(asked).hasValue(0);
    }
}
