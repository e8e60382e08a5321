package org.dermarium.search.images;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Set;
import org.dermarium.events.Collection;
import org.dermarium.search.index.Fields;
import org.dermarium.web.Caller;

/** Who may see what: the one place of this service that decides it. */
final class ElasticVisibility {

    private ElasticVisibility() {}

    /** What every search of images is filtered by. */
    static Query of(Caller caller) {
        Query isPublic = term(Fields.VISIBILITY, "public");
        return switch (caller) {
            case Caller.Anonymous anonymous -> isPublic;
            case Caller.Member member
            when member.isStaff() ->
                Query.of(q -> q.terms(t -> t.field(Fields.VISIBILITY)
                        .terms(v -> v.value(List.of(FieldValue.of("public"), FieldValue.of("embargoed"))))));
            case Caller.Member member -> {
                String id = Long.toString(member.id());
                yield Query.of(q -> q.bool(b -> b.should(isPublic)
                        .should(term(Fields.OWNERS, id))
                        .should(term(Fields.SHARED_WITH, id))
                        .minimumShouldMatch("1")));
            }
        };
    }

    /** Whether the caller may know what is in a collection. */
    static boolean isVisible(Collection collection, Caller caller) {
        if (collection.deleted()) {
            return false;
        }
        return collection.isPublic()
                || caller.isStaff()
                || caller instanceof Caller.Member member
                        && (collection.creator() == member.id()
                                || collection.sharedWith().contains(member.id()));
    }

    /** Images in one of these collections; none when there are none. */
    static Query inOneOf(Set<Long> collections) {
        List<FieldValue> ids =
                collections.stream().map(id -> FieldValue.of(Long.toString(id))).toList();
        return Query.of(q -> q.terms(t -> t.field(Fields.COLLECTIONS).terms(v -> v.value(ids))));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
