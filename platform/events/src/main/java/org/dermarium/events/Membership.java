package org.dermarium.events;

import java.util.SortedSet;

/**
 * The collections one image belongs to and the users it is shared with, whole at every change.
 *
 * @param collections ids of collections
 * @param sharedWith ids of users who may see the image although it is embargoed
 */
public record Membership(String isicId, long version, SortedSet<Long> collections, SortedSet<Long> sharedWith)
        implements Aggregate {

    @Override
    public String key() {
        return isicId;
    }
}
