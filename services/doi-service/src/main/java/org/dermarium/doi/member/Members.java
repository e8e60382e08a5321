package org.dermarium.doi.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What is known of collections and the images in them. */
public interface Members {

    /** The collection, or empty when the catalogue has told of none or of its end. */
    Mono<KnownCollection> collection(long id);

    /** For each of the collections with images. */
    Mono<Map<Long, Summary>> summaries(Collection<Long> collections);

    /** Public ids of its images, withdrawn ones left out, in order. */
    Mono<List<String>> ids(long collection);

    /** How far we have heard of all members. */
    Mono<Heard> heard(long collection);

    /** What stands in the way of a DOI. */
    Mono<Obstacles> obstacles(long collection);

    /** Members under embargo. */
    Mono<Long> embargoed(long collection);

    /**
     * @param membersSha256 SHA-256 of the public ids of all members we know, sorted, each followed by a line feed
     * @param unknown members of whose image no event has come yet
     */
    record Heard(String membersSha256, long unknown) {}

    /**
     * @param images how many there are
     * @param withoutLicense public ids
     * @param foreign public ids of embargoed images whose contributors the collection's creator does not own
     */
    record Obstacles(long images, Some withoutLicense, Some foreign) {}

    /**
     * The first of many.
     *
     * @param first at most ten
     */
    record Some(List<String> first, long count) {

        /** As in {@code ISIC_0000001, ISIC_0000002 and 7 more}. */
        public String text() {
            String names = String.join(", ", first);
            return count > first.size() ? names + " and " + (count - first.size()) + " more" : names;
        }
    }
}
