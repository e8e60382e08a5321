package org.dermarium.events;

import java.time.Instant;

/**
 * The embargo of one image is to be lifted. Carried out again it does no harm.
 *
 * @param doi the one that is being published with the image
 */
public record ReleaseOrder(String isicId, long version, String doi, Instant orderedAt) implements Aggregate {

    @Override
    public String key() {
        return isicId;
    }
}
