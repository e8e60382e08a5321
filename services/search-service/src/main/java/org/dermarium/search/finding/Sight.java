package org.dermarium.search.finding;

import java.util.Set;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what: the one place of this service that decides it. The stores say the same in their own languages.
 *
 * @param all whether everything that is listed is seen
 * @param contributors whose embargoed images are seen; an image whose contributor is not heard of yet is of none of them
 * @param member to whom embargoed images may be shared; null for nobody known
 */
public record Sight(
        boolean all, Set<Long> contributors, @Nullable Long member) {

    public Sight {
        contributors = Set.copyOf(contributors);
    }

    /** @param owned contributors that the caller owns */
    public static Sight of(Caller caller, Set<Long> owned) {
        return switch (caller) {
            case Caller.Anonymous anonymous -> new Sight(false, Set.of(), null);
            case Caller.Member member when member.isStaff() -> new Sight(true, Set.of(), null);
            case Caller.Member member -> new Sight(false, owned, member.id());
        };
    }

    public boolean sees(Image image, @Nullable Membership membership) {
        return image.isListed()
                && (all
                        || image.isPublic()
                        || contributors.contains(image.contributor().id())
                        || membership != null
                                && member != null
                                && membership.sharedWith().contains(member));
    }

    /** Whether the caller may know what is in a collection. */
    public static boolean isVisible(Collection collection, Caller caller) {
        if (collection.deleted()) {
            return false;
        }
        return collection.isPublic()
                || caller.isStaff()
                || caller instanceof Caller.Member member
                        && (collection.creator() == member.id()
                                || collection.sharedWith().contains(member.id()));
    }
}
