package org.dermarium.ingest.newaccession;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How staff want an upload published as soon as it is processed. */
public enum RequestedVisibility {
    PUBLIC,
    EMBARGOED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this label; a body is known to hold no other. */
    public static @Nullable RequestedVisibility parse(@Nullable String label) {
        return label == null ? null : valueOf(label.toUpperCase(Locale.ROOT));
    }
}
