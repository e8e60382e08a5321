package org.dermarium.events;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A named set of images; its members are published image by image as {@link Membership}.
 *
 * @param magic made and kept by the archive for the published images of one cohort
 * @param creator id of the user who made it
 * @param sharedWith ids of the users who may see it although it is private
 * @param membersSha256 while it is locked for a DOI: SHA-256 (lower-case hex) of the public ids of all members, sorted, each
 *     followed by a line feed; tells a reader of {@code memberships} that it has heard of all of them
 */
public record Collection(
        long id,
        long version,
        String name,
        String description,
        boolean isPublic,
        boolean pinned,
        boolean locked,
        boolean magic,
        long creator,
        SortedSet<Long> sharedWith,
        boolean deleted,
        long imageCount,
        @Nullable String membersSha256,
        Instant createdAt,
        Instant changedAt)
        implements Aggregate {

    @Override
    public String key() {
        return Long.toString(id);
    }
}
