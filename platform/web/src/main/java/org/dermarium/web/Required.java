package org.dermarium.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names every missing field of a body at once: {@code Required.fields().of("name", name).of(…).check()}. */
public final class Required {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Required() {}

    public static Required fields() {
        return new Required();
    }

    public Required of(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** @throws Refusal naming each field without a value */
    public void check() {
        List<Problem> problems = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (value == null) {
                problems.add(Problem.missing(Problem.body(name)));
            }
        });
        if (!problems.isEmpty()) {
            throw Refusal.unprocessable(problems);
        }
    }
}
