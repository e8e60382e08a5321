package org.dermarium.doi.dois;

import java.time.Instant;
import java.util.List;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.known.Summary;
import org.dermarium.events.Doi.State;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;
import org.jspecify.annotations.Nullable;

/**
 * A DOI from its draft on.
 *
 * @param name prefix and suffix
 * @param open whether the collection is to be public
 * @param madeByStaff staff may publish embargoed images that are not the collection's creator's
 * @param approvedBy the member of staff who lets it be published
 * @param frozen what is said of the images, once their release is ordered
 * @param toldVersion the version that the registrar has, 0 for none
 */
public record Doi(
        String name,
        long version,
        String slug,
        long collection,
        String title,
        String description,
        State state,
        boolean open,
        long creator,
        boolean madeByStaff,
        @Nullable Long approvedBy,
        List<RelatedIdentifier> related,
        List<Supplement> supplements,
        @Nullable Summary frozen,
        long toldVersion,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant publishedAt) {

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    public boolean isApproved() {
        return approvedBy != null;
    }

    /** Staff and its creator make, change and publish a DOI. */
    public boolean isInHandsOf(Caller caller) {
        return caller instanceof Member member && (member.isStaff() || member.id() == creator);
    }

    /** Whether the registrar has not heard of its last change. */
    public boolean isNewsToRegistrar() {
        return toldVersion < version;
    }

    /** As the bus is told of it. */
    org.dermarium.events.Doi told() {
        return new org.dermarium.events.Doi(
                name, version, collection, slug, title, state, open, changedAt, publishedAt);
    }
}
