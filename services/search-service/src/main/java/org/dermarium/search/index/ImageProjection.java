package org.dermarium.search.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dermarium.events.Aggregate;
import org.dermarium.events.Collection;
import org.dermarium.events.Event;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;

/** Merges events into the index. Order and repetition do not matter: a document takes what is newer than it has. */
public class ImageProjection {

    private final ElasticDocuments documents;

    ImageProjection(ElasticDocuments documents) {
        this.documents = documents;
    }

    static <A extends Aggregate> List<A> states(List<Event<A>> events) {
        return events.stream().map(Event::state).toList();
    }

    /** Images without a public id are not searched and not kept. */
    public void applyImages(List<Image> states) throws IOException {
        Map<String, UnaryOperator<ImageDocument>> changes = new LinkedHashMap<>();
        for (Image state : states) {
            String isicId = state.isicId();
            if (isicId != null) {
                changes.merge(isicId, d -> d.with(state), ImageProjection::then);
            }
        }
        documents.change(changes, ImageDocument.class, ImageDocument.NOTHING);
    }

    public void applyMemberships(List<Membership> states) throws IOException {
        Map<String, UnaryOperator<ImageDocument>> changes = new LinkedHashMap<>();
        states.forEach(s -> changes.merge(s.isicId(), d -> d.with(s), ImageProjection::then));
        documents.change(changes, ImageDocument.class, ImageDocument.NOTHING);
    }

    public void applyCollections(List<Collection> states) throws IOException {
        Map<String, UnaryOperator<CollectionDocument>> changes = new LinkedHashMap<>();
        states.forEach(s -> changes.merge(CollectionDocument.id(s.id()), d -> d.with(s), ImageProjection::then));
        documents.change(changes, CollectionDocument.class, CollectionDocument.NOTHING);
    }

    private static <D> UnaryOperator<D> then(UnaryOperator<D> first, UnaryOperator<D> second) {
        return document -> second.apply(first.apply(document));
    }
}
