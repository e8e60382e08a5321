package org.dermarium.ingest.intake;

import java.util.Locale;
import java.util.Map;
import org.dermarium.web.Problem;
import org.dermarium.web.Unprocessable;
import org.jspecify.annotations.Nullable;

/** How staff want an upload published as soon as it is processed. */
public enum Wish {
    PUBLIC,
    EMBARGOED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Unprocessable when it is neither of the two */
    public static @Nullable Wish parse(@Nullable String label) {
        if (label == null) {
            return null;
        }
        for (Wish wish : values()) {
            if (wish.label().equals(label)) {
                return wish;
            }
        }
        throw new Unprocessable(new Problem(
                "literal_error",
                Problem.body("publish"),
                "Input should be 'public' or 'embargoed'",
                Map.of("expected", "'public' or 'embargoed'")));
    }
}
