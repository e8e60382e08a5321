package org.dermarium.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import org.dermarium.query.Condition;
import org.dermarium.query.Condition.Bound;
import org.dermarium.query.SearchField;
import org.dermarium.search.index.Fields;

/** A query of the archive's language as a query of Elasticsearch. */
final class ElasticQuery {

    /** No value is longer; a longer pattern is found nowhere, and would be too complex for Elasticsearch. */
    private static final int LONGEST_VALUE = 255;

    private ElasticQuery() {}

    static Query of(org.dermarium.query.Query query) {
        return switch (query) {
            case org.dermarium.query.Query.Everything everything -> Query.of(q -> q.matchAll(m -> m));
            case org.dermarium.query.Query.And and -> Query.of(q -> q.bool(b -> b.filter(all(and.operands()))));
            case org.dermarium.query.Query.Or or ->
                Query.of(q -> q.bool(b -> b.should(all(or.operands())).minimumShouldMatch("1")));
            case org.dermarium.query.Query.Term term -> of(term);
        };
    }

    private static List<Query> all(List<org.dermarium.query.Query> operands) {
        return operands.stream().map(ElasticQuery::of).toList();
    }

    private static Query of(org.dermarium.query.Query.Term term) {
        Query condition = of(Fields.of(term.field()), term.field(), term.condition());
        return term.negated() ? Query.of(q -> q.bool(b -> b.mustNot(condition))) : condition;
    }

    private static Query of(String path, SearchField field, Condition condition) {
        return switch (condition) {
            case Condition.Present present -> Query.of(q -> q.exists(e -> e.field(path)));
            case Condition.Flag flag
            when field.source() == SearchField.Source.VISIBILITY -> term(path, flag.value() ? "public" : "embargoed");
            case Condition.Flag flag -> Query.of(q -> q.term(t -> t.field(path).value(flag.value())));
            case Condition.Text text -> text(path, text);
            case Condition.Range range -> range(path, range);
        };
    }

    private static Query text(String path, Condition.Text text) {
        if (text.text().length() > LONGEST_VALUE) {
            return Query.of(q -> q.matchNone(n -> n));
        }
        return switch (text.match()) {
            case EXACT -> term(path, text.text());
            case PREFIX -> Query.of(q -> q.prefix(p -> p.field(path).value(text.text())));
            case SUFFIX -> wildcard(path, "*" + literal(text.text()));
            case INNER -> wildcard(path, "*" + literal(text.text()) + "*");
        };
    }

    private static Query term(String path, String value) {
        return Query.of(q -> q.term(t -> t.field(path).value(value)));
    }

    private static Query wildcard(String path, String pattern) {
        return Query.of(q -> q.wildcard(w -> w.field(path).value(pattern)));
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\*?]", "\\\\$0");
    }

    private static Query range(String path, Condition.Range range) {
        return Query.of(q -> q.range(r -> r.number(n -> {
            n.field(path);
            Bound lower = range.lower();
            if (lower != null) {
                n = lower.inclusive() ? n.gte(lower.value()) : n.gt(lower.value());
            }
            Bound upper = range.upper();
            if (upper != null) {
                n = upper.inclusive() ? n.lte(upper.value()) : n.lt(upper.value());
            }
            return n;
        })));
    }
}
