package org.dermarium.challenge.submission;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/** News as server-sent events: {@code changed} without content, for the client reads again what it looks at. */
public final class HttpLive {

    /** Keeps proxies from closing a quiet connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Many changes at once are one: reading again costs more than a glance later. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private HttpLive() {}

    public static ResponseEntity<Flux<ServerSentEvent<Map<String, String>>>> events(Flux<News.Change> news) {
        var changed = news.onBackpressureLatest()
                .sample(AT_ONCE)
                .map(change -> ServerSentEvent.builder(Map.<String, String>of())
                        .event("changed")
                        .build());
        var alive = Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<Map<String, String>>builder()
                        .comment("")
                        .build());
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(changed.publish(shared -> Flux.merge(shared, alive.takeUntilOther(shared.ignoreElements()))));
    }
}
