package org.dermarium.doi.publish;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a DOI has come on its way to the public.
 *
 * @param issuedAt when the metadata says it was issued that the registrar has, or may have
 * @param problem why it waits or was given up, in words for people
 * @param course the steps that have begun, in order
 */
public record Publication(
        String doi,
        Step step,
        @Nullable Instant issuedAt,
        @Nullable String problem,
        List<Taken> course) {

    /** Whether the registrar may have made it findable. */
    public boolean isIssued() {
        return issuedAt != null;
    }

    /**
     * @param done of {@code total}, in what the step counts
     * @param finishedAt null while it runs
     */
    public record Taken(
            Step step,
            @Nullable Long done,
            @Nullable Long total,
            Instant startedAt,
            @Nullable Instant finishedAt) {}
}
