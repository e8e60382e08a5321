package org.dermarium.search.index;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dermarium.events.Collection;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.projection.ReadModel;
import org.dermarium.projection.Topics;
import org.springframework.stereotype.Repository;

/**
 * Merges events into the index. Order and repetition do not matter: a document takes what is newer than it has. The next
 * index is built from the topics beside the one that is searched, and changes are written to both meanwhile.
 */
@Repository
class ImageIndex implements ReadModel {

    private final ElasticDocuments documents;
    private final ElasticIndices indices;
    private final Clock clock;

    ImageIndex(ElasticDocuments documents, ElasticIndices indices, Clock clock) {
        this.documents = documents;
        this.indices = indices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return indices.searched();
    }

    @Override
    public void rebuild(Topics topics) throws Exception {
        String next = indices.createNext(Long.toString(clock.millis()));
        topics.replay(Collection.class, this::applyCollections);
        topics.replay(Contributor.class, this::applyContributors);
        topics.replay(Membership.class, this::applyMemberships);
        topics.replay(Image.class, this::applyImages);
        indices.exchange(next);
    }

    /** Images without a public id are not searched and not kept. */
    void applyImages(List<Image> states) throws IOException {
        List<Image> named = states.stream().filter(s -> s.isicId() != null).toList();
        documents.change(
                changes(named, s -> String.valueOf(s.isicId()), s -> d -> d.with(s)),
                ImageDocument.class,
                ImageDocument.NOTHING);
    }

    void applyMemberships(List<Membership> states) throws IOException {
        documents.change(
                changes(states, Membership::isicId, s -> d -> d.with(s)), ImageDocument.class, ImageDocument.NOTHING);
    }

    void applyContributors(List<Contributor> states) throws IOException {
        documents.change(
                changes(states, s -> ContributorDocument.id(s.id()), s -> d -> d.with(s)),
                ContributorDocument.class,
                ContributorDocument.NOTHING);
    }

    void applyCollections(List<Collection> states) throws IOException {
        documents.change(
                changes(states, s -> CollectionDocument.id(s.id()), s -> d -> d.with(s)),
                CollectionDocument.class,
                CollectionDocument.NOTHING);
    }

    /** By document. */
    private static <A, D> Map<String, UnaryOperator<D>> changes(
            List<A> states, Function<A, String> id, Function<A, UnaryOperator<D>> change) {
        return states.stream().collect(Collectors.toMap(id, change));
    }
}
