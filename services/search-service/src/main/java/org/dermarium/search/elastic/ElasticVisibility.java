package org.dermarium.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dermarium.search.finding.Sight;
import org.dermarium.search.index.Fields;

/** What a {@link Sight} sees, as a query of Elasticsearch. */
final class ElasticVisibility {

    private ElasticVisibility() {}

    /** What every search of images is filtered by. A membership can outlive its image, so that one must be listed, too. */
    static Query of(Sight sight) {
        Query isListed = Query.of(q -> q.terms(t -> t.field(Fields.VISIBILITY)
                .terms(v -> v.value(List.of(FieldValue.of("public"), FieldValue.of("embargoed"))))));
        if (sight.all()) {
            return isListed;
        }
        Query isPublic = term(Fields.VISIBILITY, "public");
        Long member = sight.member();
        return member == null
                ? isPublic
                : Query.of(q -> q.bool(b -> b.filter(isListed)
                        .should(isPublic)
                        .should(oneOf(Fields.CONTRIBUTOR, sight.contributors()))
                        .should(term(Fields.SHARED_WITH, Long.toString(member)))
                        .minimumShouldMatch("1")));
    }

    /** Images in one of these collections; none when there are none. */
    static Query inOneOf(Set<Long> collections) {
        return oneOf(Fields.COLLECTIONS, collections);
    }

    private static Query oneOf(String field, Collection<Long> numbers) {
        List<FieldValue> values = numbers.stream()
                .sorted()
                .map(n -> FieldValue.of(Long.toString(n)))
                .toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(values))));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }
}
