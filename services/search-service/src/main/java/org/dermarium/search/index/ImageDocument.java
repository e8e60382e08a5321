package org.dermarium.search.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one image by its public id. The parts come from different topics, in any order and any number of
 * times; each is replaced only by a newer one.
 *
 * @param image null as long as it is not heard of, and again when nobody may find it any more
 * @param imageVersion version of the last state heard, which outlives the image so that an old state cannot bring it back
 * @param published {@link Image#publishedAt} in microseconds since 1970; the order of listings
 */
public record ImageDocument(
        @Nullable Image image,
        long imageVersion,
        @Nullable Long published,
        @Nullable Membership membership) {

    static final ImageDocument NOTHING = new ImageDocument(null, 0, null, null);

    /** This document, when the state is not newer than what it has. */
    ImageDocument with(Image state) {
        if (state.version() <= imageVersion) {
            return this;
        }
        var at = state.publishedAt();
        return state.isListed() && at != null
                ? new ImageDocument(state, state.version(), micros(at), membership)
                : new ImageDocument(null, state.version(), null, membership);
    }

    ImageDocument with(Membership state) {
        return membership != null && state.version() <= membership.version()
                ? this
                : new ImageDocument(image, imageVersion, published, state);
    }

    /** The precision of listings' positions. */
    public static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
