package org.dermarium.ingest.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How staff want an upload published as soon as it is processed. */
public enum Wish {
    PUBLIC,
    EMBARGOED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this label; a body is known to hold no other. */
    public static @Nullable Wish parse(@Nullable String label) {
        if (label == null) {
            return null;
        }
        for (Wish wish : values()) {
            if (wish.label().equals(label)) {
                return wish;
            }
        }
        throw new IllegalArgumentException("no visibility: " + label);
    }
}
