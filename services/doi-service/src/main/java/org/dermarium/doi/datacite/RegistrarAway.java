package org.dermarium.doi.datacite;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registrar gave no answer, or told us to come back. Whether the call took effect is unknown; making it again is safe. */
public final class RegistrarAway extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public RegistrarAway(String what, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(what, cause);
        this.retryAfter = retryAfter;
    }

    /** How long the registrar asks to wait, when it said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
