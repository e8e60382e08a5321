package org.dermarium.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dermarium.store.notification.Notifications;
import org.dermarium.web.Refusal;
import org.dermarium.web.WhileAllowed;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * News of subjects, such as {@code cohort 7}, as lines of server-sent events. A line ends, and its client dials again and
 * reads anew, when news may have been missed, when its reader may no longer see the subject, and when the service stops.
 */
public final class Live {

    static final String CHANNEL = "live";

    /** Keeps proxies from closing a quiet connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Many changes at once are one: to read again costs more than to be a moment later. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private volatile Sinks.Many<News> news = fresh();

    /** Triggers tell on the channel {@value #CHANNEL}. */
    public Live(Notifications notifications) {
        notifications.listen(CHANNEL, this::tell, this::endLines);
    }

    /** @param ids of what changed in it; may be empty */
    record News(String subject, Set<Long> ids) {

        /** {@code cohort 7: 12 13}, or {@code task 3}. */
        static News of(String told) {
            String[] parts = told.split(": ?", 2);
            Set<Long> ids = parts.length < 2 || parts[1].isEmpty()
                    ? Set.of()
                    : Arrays.stream(parts[1].split(" ")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
            return new News(parts[0], ids);
        }
    }

    /** Opens a line that says only that something changed, for clients that read again what they look at. */
    public Mono<ResponseEntity<Flux<ServerSentEvent<Map<String, String>>>>> changes(
            String subject, Supplier<Mono<?>> right) {
        return events(subject, right, ids -> Flux.just(Map.of()), "changed");
    }

    /**
     * Opens a line.
     *
     * @param right what the reader must be able to read; asked at once, at each event and each second. A {@link Refusal}
     *     is the answer at first, and ends the line later
     * @param read what to send of these ids, as it is now; a slow client gets the latest state of what it missed
     * @param name of the events
     */
    public <T> Mono<ResponseEntity<Flux<ServerSentEvent<T>>>> events(
            String subject, Supplier<Mono<?>> right, Function<Set<Long>, Flux<T>> read, String name) {
        return Mono.defer(right).thenReturn(true).map(mayRead -> {
            Flux<ServerSentEvent<T>> changed = of(subject)
                    .concatMap(ids -> Mono.defer(right).thenMany(read.apply(ids)), 1)
                    .map(data -> ServerSentEvent.builder(data).event(name).build());
            Flux<ServerSentEvent<T>> alive = Flux.interval(Duration.ZERO, HEARTBEAT)
                    .onBackpressureDrop()
                    .map(tick -> ServerSentEvent.<T>builder().comment("").build());
            Flux<ServerSentEvent<T>> lines =
                    changed.publish(shared -> Flux.merge(shared, alive.takeUntilOther(shared.ignoreElements())));
            return ResponseEntity.ok()
                    .contentType(MediaType.TEXT_EVENT_STREAM)
                    .body(WhileAllowed.send(lines, right).onErrorComplete(Refusal.class));
        });
    }

    /** What changed of a subject since it was looked at last; ends when news may have been missed. */
    Flux<Set<Long>> of(String subject) {
        return Flux.defer(() -> {
            var missed = new MissedIds();
            return Flux.defer(() -> news.asFlux())
                    .filter(one -> one.subject().equals(subject))
                    .doOnNext(one -> missed.add(one.ids()))
                    .onBackpressureLatest()
                    .sample(AT_ONCE)
                    .onBackpressureLatest()
                    .map(one -> missed.take())
                    .takeWhile(ids -> !missed.areTooMany());
        });
    }

    private void tell(String payload) {
        emit(News.of(payload));
    }

    private void emit(News one) {
        Sinks.Many<News> present = news;
        synchronized (present) {
            present.tryEmitNext(one);
        }
    }

    /** Also before a graceful stop, which open connections would hold up. */
    private void endLines() {
        Sinks.Many<News> ended = news;
        news = fresh();
        synchronized (ended) {
            ended.tryEmitComplete();
        }
    }

    private static Sinks.Many<News> fresh() {
        return Sinks.many().multicast().directBestEffort();
    }
}
