package org.dermarium.search.images;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Set;
import org.dermarium.events.Collection;
import org.dermarium.search.index.Fields;
import org.dermarium.web.caller.Caller;

/** Who may see what: the one place of this service that decides it. */
final class ElasticVisibility {

    private ElasticVisibility() {}

    /**
     * What every search of images is filtered by.
     *
     * @param owned contributors that the caller owns; an image whose contributor is not heard of yet is in none of them
     */
    static Query of(Caller caller, List<Long> owned) {
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
                        .should(oneOf(Fields.CONTRIBUTOR, owned))
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
        return oneOf(Fields.COLLECTIONS, collections);
    }

    private static Query oneOf(String field, java.util.Collection<Long> numbers) {
        List<FieldValue> values =
                numbers.stream().map(n -> FieldValue.of(Long.toString(n))).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(values))));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
