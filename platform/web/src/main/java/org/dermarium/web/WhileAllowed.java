package org.dermarium.web;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers that take long, because there is much to send, because the client is slow, or because there is news now and then.
 * The right to them is looked up again and again while they are being sent, and they end with it.
 */
public final class WhileAllowed {

    /** With the time that the news of a right takes, an answer ends within two seconds. */
    static final Duration EVERY = Duration.ofSeconds(1);

    private WhileAllowed() {}

    /**
     * The same answer, which breaks off as soon as there is no right to it.
     *
     * @param right gives something as long as there is one; nothing, or an error, ends the answer with that error
     */
    public static <T> Flux<T> send(Flux<T> answer, Supplier<? extends Mono<?>> right) {
        Mono<Void> ended = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.defer(right)
                                .hasElement()
                                .filter(Boolean::booleanValue)
                                .switchIfEmpty(Mono.error(Refusal::notFound)),
                        1)
                .then();
        return answer.takeUntilOther(ended);
    }
}
