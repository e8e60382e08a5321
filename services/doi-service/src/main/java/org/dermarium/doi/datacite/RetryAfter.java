package org.dermarium.doi.datacite;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}, which is a number of seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** No registrar is away for longer without our asking again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Null when the value says nothing that can be read. */
    static @Nullable Duration read(String header, Clock clock) {
        String value = header.strip();
        if (value.matches("\\d{1,9}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException neither) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
