package org.dermarium.challenge.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks fields of a body one after the other and refuses it with all that is wrong. */
public final class Fields {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final List<Problem> problems = new ArrayList<>();

    /** The stripped text. */
    public String text(String field, String given, int least, int most) {
        String text = given.strip();
        if (text.length() < least) {
            add(field, "string_too_short", "String should have at least " + least + " character", "min_length", least);
        } else if (text.length() > most) {
            add(field, "string_too_long", "String should have at most " + most + " characters", "max_length", most);
        } else if (text.indexOf('\0') >= 0) {
            problem(field, "Null characters are not allowed.");
        }
        return text;
    }

    /** As {@link #text}, or null when the field is not there. */
    public @Nullable String optional(String field, @Nullable String given, int least, int most) {
        return given == null ? null : text(field, given, least, most);
    }

    public @Nullable Integer number(String field, @Nullable Integer given, int least, int most) {
        if (given != null && (given < least || given > most)) {
            problem(field, "Should be from " + least + " to " + most + ".");
        }
        return given;
    }

    public @Nullable Instant time(String field, @Nullable Instant given) {
        if (given != null && (given.isBefore(EARLIEST) || given.isAfter(LATEST))) {
            problem(field, "Should be a time between 1970 and 9999.");
        }
        return given;
    }

    /** One of these texts; the first stands in for one that is not. */
    public String oneOf(String field, String given, String... allowed) {
        if (Arrays.asList(allowed).contains(given)) {
            return given;
        }
        String list = Arrays.stream(allowed).map(a -> "'" + a + "'").collect(Collectors.joining(", "));
        add(field, "literal_error", "Input should be one of " + list, "expected", list);
        return allowed[0];
    }

    public void problem(String field, String reason) {
        problems.add(Problem.value(Problem.body(field), reason));
    }

    /** @throws Refusal naming each problem */
    public void check() {
        if (!problems.isEmpty()) {
            throw Refusal.unprocessable(problems);
        }
    }

    private void add(String field, String type, String message, String key, Object bound) {
        problems.add(new Problem(type, Problem.body(field), message, Map.of(key, bound)));
    }
}
