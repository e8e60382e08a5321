package org.dermarium.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Carries a trace across a table or a topic as W3C {@code traceparent} text, so that one upload stays one trace. */
public final class TraceParent {

    private static final String NAME = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    TraceParent(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The current trace, or null outside of one. */
    public @Nullable String current() {
        var context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(context, carrier, (c, k, v) -> {
            if (c != null) {
                c.put(k, v);
            }
        });
        return carrier.get(NAME);
    }

    /** A started span that continues the given trace, or begins one; the caller ends it. */
    public Span resume(@Nullable String traceparent, String spanName) {
        Map<String, String> carrier = traceparent == null ? Map.of() : Map.of(NAME, traceparent);
        return propagator.extract(carrier, Map::get).name(spanName).start();
    }

    /** Does the work inside the given trace. */
    public <T> T call(@Nullable String traceparent, String spanName, Callable<T> work) throws Exception {
        Span span = resume(traceparent, spanName);
        try (var scope = tracer.withSpan(span)) {
            return work.call();
        } finally {
            span.end();
        }
    }

    /** Runs the work inside the given trace. */
    public void within(@Nullable String traceparent, String spanName, Runnable work) {
        Span span = resume(traceparent, spanName);
        try (var scope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
