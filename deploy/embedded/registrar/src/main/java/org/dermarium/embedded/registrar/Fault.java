package org.dermarium.embedded.registrar;

import java.util.Arrays;
import java.util.Locale;
import org.dermarium.embedded.registrar.http.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to go wrong.
 *
 * @param times how many requests it meets before it is over
 * @param retryAfterSeconds told with 429 and 503 when it is not negative
 * @param method only requests of this method, or null for all
 */
public record Fault(
        Kind kind,
        int times,
        int retryAfterSeconds,
        @Nullable String method) {

    /** What goes wrong. */
    public enum Kind {
        /** 429. */
        TOO_MANY_REQUESTS,
        /** 500. */
        SERVER_ERROR,
        /** 503. */
        UNAVAILABLE,
        /** The request is carried out, but its answer never comes. */
        LOST_ACKNOWLEDGEMENT,
        /** Nothing is done and no answer comes. */
        SILENCE,
        /** Connections are cut as soon as a request has come. */
        OUTAGE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Refused(422, "fault", "Unknown fault: " + word, null));
        }
    }

    public static Fault once(Kind kind) {
        return new Fault(kind, 1, -1, null);
    }

    public static Fault lasting(Kind kind) {
        return new Fault(kind, Integer.MAX_VALUE, -1, null);
    }

    public Fault times(int wanted) {
        return new Fault(kind, wanted, retryAfterSeconds, method);
    }

    public Fault retryAfter(int seconds) {
        return new Fault(kind, times, seconds, method);
    }

    public Fault onlyFor(String wantedMethod) {
        return new Fault(kind, times, retryAfterSeconds, wantedMethod);
    }

    boolean meets(String requestMethod) {
        return method == null || method.equals(requestMethod);
    }
}
