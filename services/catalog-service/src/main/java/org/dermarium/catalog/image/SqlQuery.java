package org.dermarium.catalog.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dermarium.query.Condition;
import org.dermarium.query.Condition.Bound;
import org.dermarium.query.Query;
import org.dermarium.query.SearchField;
import org.dermarium.store.SqlCondition;
import org.jspecify.annotations.Nullable;

/** A query as a condition on {@code image i}. Every value travels as a parameter. */
final class SqlQuery {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private SqlQuery() {}

    static SqlCondition of(Query query) {
        var sql = new SqlQuery();
        String text = sql.text(query);
        return new SqlCondition(text, sql.values);
    }

    private String text(Query query) {
        return switch (query) {
            case Query.Everything everything -> "true";
            case Query.And and -> joined(and.operands(), " and ");
            case Query.Or or -> joined(or.operands(), " or ");
            case Query.Term term ->
                "(" + text(term.field(), term.condition()) + ") is " + (term.negated() ? "not true" : "true");
        };
    }

    private String joined(List<Query> operands, String by) {
        return operands.stream().map(this::text).collect(Collectors.joining(by, "(", ")"));
    }

    private String text(SearchField field, Condition condition) {
        String value = value(field);
        return switch (condition) {
            case Condition.Present present -> value + " is not null";
            case Condition.Flag flag -> value + " = " + parameter(flag.value());
            case Condition.Text text -> text(value, text);
            case Condition.Range range -> range(value, range.lower(), range.upper());
        };
    }

    /** No LIKE: what somebody searches may hold its wildcards. */
    private String text(String value, Condition.Text wanted) {
        String text = parameter(wanted.text());
        return switch (wanted.match()) {
            case EXACT -> value + " = " + text;
            case PREFIX -> "starts_with(" + value + ", " + text + ")";
            case SUFFIX -> "right(" + value + ", length(" + text + ")) = " + text;
            case INNER -> "strpos(" + value + ", " + text + ") > 0";
        };
    }

    private String range(String value, @Nullable Bound lower, @Nullable Bound upper) {
        String above = lower == null ? "" : value + (lower.inclusive() ? " >= " : " > ") + parameter(lower.value());
        String below = upper == null ? "" : value + (upper.inclusive() ? " <= " : " < ") + parameter(upper.value());
        return above + (above.isEmpty() || below.isEmpty() ? "" : " and ") + below;
    }

    private String parameter(Object value) {
        String name = "q" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static String value(SearchField field) {
        return switch (field.source()) {
            case ISIC_ID -> "i.isic_id";
            case VISIBILITY -> "(i.visibility = 'public')";
            case LICENSE -> "(i.state ->> 'license')";
            case METADATA ->
                "(i.state -> 'metadata' ->> '" + field.fieldName() + "')"
                        + switch (field.type()) {
                            case TEXT -> "";
                            case NUMBER -> "::double precision";
                            case BOOL -> "::boolean";
                        };
        };
    }
}
