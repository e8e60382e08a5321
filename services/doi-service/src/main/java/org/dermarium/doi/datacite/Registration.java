package org.dermarium.doi.datacite;

import org.jspecify.annotations.Nullable;

/**
 * A DOI as the registrar holds it.
 *
 * @param title null in a draft without one
 * @param url where it leads, null in a draft without one
 */
public record Registration(
        String doi,
        State state,
        @Nullable String title,
        @Nullable String url) {

    /** How public a DOI is. Only drafts can be removed. */
    public enum State {
        DRAFT,
        REGISTERED,
        FINDABLE
    }
}
