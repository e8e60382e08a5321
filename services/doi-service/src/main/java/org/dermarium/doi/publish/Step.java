package org.dermarium.doi.publish;

import java.util.Locale;
import java.util.Optional;

/** What is done one after the other to publish a DOI. A DOI is findable only after its files lie where it leads. */
public enum Step {
    /** The collection is locked, and we have heard of all its members. */
    LOCK,
    /** No member is under embargo any more. */
    RELEASE,
    /** The collection is public. */
    OPEN,
    /** The files lie in the public bucket for ever. */
    FREEZE,
    /** The registrar has made the DOI findable. */
    MINT,
    /** Everybody sees it here. */
    LIVE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    Optional<Step> next() {
        return this == LIVE ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
