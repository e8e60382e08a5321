package org.dermarium.events;

import java.util.SortedSet;

/**
 * Who sends images, and for whom they are not hidden: a change of the owners holds for all images of the contributor at
 * once.
 *
 * @param owners ids of the users who own it, who see its embargoed images
 */
public record Contributor(long id, long version, SortedSet<Long> owners) implements Aggregate {

    @Override
    public String key() {
        return Long.toString(id);
    }
}
