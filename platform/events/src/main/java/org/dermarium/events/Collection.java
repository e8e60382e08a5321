package org.dermarium.events;

import java.time.Instant;
import java.util.SortedSet;

/**
 * A named set of images; its members are published image by image as {@link Membership}.
 *
 * @param magic made and kept by the archive for the published images of one cohort
 * @param creator id of the user who made it
 * @param sharedWith ids of the users who may see it although it is private
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
        Instant createdAt,
        Instant changedAt)
        implements Aggregate {

    @Override
    public String key() {
        return Long.toString(id);
    }
}
