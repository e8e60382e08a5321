package org.dermarium.ingest.accession;

import java.time.Instant;
import java.util.Objects;
import org.dermarium.events.Image;
import org.dermarium.events.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * One file of a cohort and what became of it.
 *
 * @param version grows with every change that is published
 * @param reason why it was skipped or failed
 * @param picture null until it has been processed
 * @param license its own, or its cohort's
 * @param attribution its own, or its cohort's
 * @param metadata as it may be seen outside
 * @param review the reviewer's verdict
 * @param traceparent of the request that brought it
 */
public record Accession(
        long id,
        long version,
        Image.Cohort cohort,
        Image.Contributor contributor,
        String fileName,
        State state,
        @Nullable String reason,
        @Nullable Picture picture,
        String license,
        String attribution,
        Metadata metadata,
        @Nullable Boolean review,
        Publication publication,
        @Nullable String traceparent,
        Instant created,
        Instant changed) {

    /** Its state for other services. Only for an accession that has its picture. */
    public Image image() {
        Picture shown = Objects.requireNonNull(picture, "picture");
        return new Image(
                id,
                version,
                publication.visibility(),
                publication.isicId(),
                cohort,
                contributor,
                license,
                attribution,
                shown.full(),
                shown.thumbnail(),
                shown.width(),
                shown.height(),
                metadata,
                review,
                created,
                publication.publishedAt(),
                changed,
                publication.wasPublic(),
                publication.withdrawnReason());
    }
}
