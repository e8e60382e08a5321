package org.dermarium.doi.known;

import java.util.Set;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the catalogue last told of it.
 *
 * @param membersSha256 of its members' public ids while it is locked for a DOI
 */
public record KnownCollection(
        long id,
        String name,
        boolean isPublic,
        boolean locked,
        boolean magic,
        long creator,
        Set<Long> sharedWith,
        @Nullable String membersSha256) {

    /** Whether it exists for the caller. */
    public boolean isVisibleTo(Caller caller) {
        return isPublic
                || caller instanceof Member member
                        && (member.isStaff() || member.id() == creator || sharedWith.contains(member.id()));
    }
}
