package org.dermarium.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A skin image as the archive shows it. What must not leave ingest is not here: exact age, the contributor's own ids and
 * file names, unstructured columns.
 *
 * @param id the accession's number, never reused
 * @param isicId {@code ISIC_} and seven digits, from publication on
 * @param license CC-0, CC-BY or CC-BY-NC
 * @param full the stripped image; in the public bucket once public
 * @param thumbnail JPEG of at most 256 pixels a side
 * @param accepted the reviewer's verdict, null before review
 * @param publishedAt strictly growing in the order of publication, so that listings are stable
 * @param wasPublic whether it has ever been public; decides whether its withdrawal leaves a visible tombstone
 */
public record Image(
        long id,
        long version,
        Visibility visibility,
        @Nullable String isicId,
        Cohort cohort,
        Contributor contributor,
        String license,
        String attribution,
        StoredObject full,
        StoredObject thumbnail,
        int width,
        int height,
        Metadata metadata,
        @Nullable Boolean accepted,
        Instant uploadedAt,
        @Nullable Instant publishedAt,
        Instant changedAt,
        boolean wasPublic,
        @Nullable String withdrawnReason)
        implements Aggregate {

    /** How far an image has come on its way to the public. */
    public enum Visibility {
        /** Accepted but without a public id; seen only in the contributor's own lists. */
        @JsonProperty("unpublished")
        UNPUBLISHED,
        /** Has a public id; exists only for staff, the contributor's owners and those it is shared with. */
        @JsonProperty("embargoed")
        EMBARGOED,
        @JsonProperty("public")
        PUBLIC,
        /** Taken back; a tombstone with the reason remains. */
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    /** The cohort it came with; its name is shown to staff and owners only. */
    public record Cohort(long id, String name) {}

    /** Whose image it is; who owns that is told by {@link org.dermarium.events.Contributor}. */
    public record Contributor(long id) {}

    @Override
    public String key() {
        return Long.toString(id);
    }

    /** Whether it has a public id and is listed for somebody. */
    @JsonIgnore
    public boolean isListed() {
        return visibility == Visibility.PUBLIC || visibility == Visibility.EMBARGOED;
    }

    @JsonIgnore
    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }
}
