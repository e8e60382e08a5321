package org.dermarium.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventJson;
import org.dermarium.events.bus.EventType;
import org.dermarium.events.bus.Topic;
import org.dermarium.outbox.TraceParent;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Makes a Spring Cloud Stream consumer out of a {@link BatchListener}. */
public class Inbox {

    private final TraceParent traces;
    private final MeterRegistry meters;

    Inbox(TraceParent traces, MeterRegistry meters) {
        this.traces = traces;
        this.meters = meters;
    }

    /** A consumer bean for a binding in batch mode with native decoding. */
    public <A extends Aggregate> Consumer<Message<List<byte[]>>> batch(Class<A> type, BatchListener<A> listener) {
        var applying = Timer.builder("dermarium.inbox.batch")
                .tag("topic", Topic.of(type).topicName())
                .description("time to apply one batch of events")
                .publishPercentileHistogram()
                .register(meters);
        var lag = Timer.builder("dermarium.inbox.lag")
                .tag("topic", Topic.of(type).topicName())
                .description("from the event's time until it was applied")
                .publishPercentileHistogram()
                .register(meters);
        var waiting = new Waiting();
        Gauge.builder("dermarium.inbox.waiting", waiting, Waiting::seconds)
                .tag("topic", Topic.of(type).topicName())
                .description("age of the oldest event in hand that is not applied yet")
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
        return message -> {
            var parsed = parse(message, type);
            var spans = parsed.events.stream()
                    .map(e -> traces.resume(
                            e.traceparent, "apply " + e.event.type().typeName()))
                    .toList();
            try {
                var events = parsed.events.stream().map(Received::event).toList();
                events.stream().map(Event::at).min(Comparator.naturalOrder()).ifPresent(waiting::since);
                applying.record(() -> apply(events, listener));
                waiting.over();
                Instant now = Instant.now();
                events.forEach(e -> lag.record(Duration.between(e.at(), now).abs()));
            } catch (BatchListenerFailedException bad) {
                waiting.over();
                throw bad;
            } finally {
                spans.forEach(Span::end);
            }
            if (parsed.bad != null) {
                throw parsed.bad;
            }
        };
    }

    private static <A extends Aggregate> void apply(List<Event<A>> events, BatchListener<A> listener) {
        if (events.isEmpty()) {
            return;
        }
        try {
            listener.apply(events);
        } catch (Exception e) {
            if (Outage.explains(e)) {
                throw StoreAway.noted(e);
            }
            applyOneByOne(events, listener);
        }
    }

    /** Finds the record that spoils the batch; those before it are applied, as its offset says. */
    private static <A extends Aggregate> void applyOneByOne(List<Event<A>> events, BatchListener<A> listener) {
        for (int i = 0; i < events.size(); i++) {
            try {
                listener.apply(List.of(events.get(i)));
            } catch (Exception e) {
                if (Outage.explains(e)) {
                    throw StoreAway.noted(e);
                }
                throw new BatchListenerFailedException("cannot be applied", e, i);
            }
        }
    }

    /** Records before the first unreadable one; the container takes up again behind it. */
    private static <A extends Aggregate> Parsed<A> parse(Message<List<byte[]>> message, Class<A> type) {
        List<byte[]> payloads = message.getPayload();
        @SuppressWarnings("unchecked")
        var headers = (List<Map<String, Object>>) message.getHeaders().get(KafkaHeaders.BATCH_CONVERTED_HEADERS);
        var events = new ArrayList<Received<A>>(payloads.size());
        for (int i = 0; i < payloads.size(); i++) {
            try {
                events.add(read(payloads.get(i), headers == null ? Map.of() : headers.get(i), type));
            } catch (RuntimeException e) {
                return new Parsed<>(events, new BatchListenerFailedException("cannot be read", e, i));
            }
        }
        return new Parsed<>(events, null);
    }

    private static <A extends Aggregate> Received<A> read(byte[] payload, Map<String, Object> headers, Class<A> type) {
        var event = new Event<>(
                UUID.fromString(required(headers, "ce_id")),
                EventType.named(required(headers, "ce_type")),
                Instant.parse(required(headers, "ce_time")),
                EventJson.read(payload, type));
        return new Received<>(event, text(headers.get("traceparent")));
    }

    private static String required(Map<String, Object> headers, String name) {
        String value = text(headers.get(name));
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(@Nullable Object header) {
        return header instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : header == null ? null : header.toString();
    }

    /** Since when the batch in hand waits; an outage keeps it in hand. */
    private static final class Waiting {

        private volatile @Nullable Instant since;

        void since(Instant oldest) {
            since = oldest;
        }

        void over() {
            since = null;
        }

        double seconds() {
            Instant oldest = since;
            return oldest == null
                    ? 0
                    : Math.max(0, Duration.between(oldest, Instant.now()).toMillis() / 1e3);
        }
    }

    private record Received<A extends Aggregate>(
            Event<A> event, @Nullable String traceparent) {}

    private record Parsed<A extends Aggregate>(
            List<Received<A>> events, @Nullable BatchListenerFailedException bad) {}
}
