package org.dermarium.query;

import java.util.Map;
import org.dermarium.query.Condition.Bound;
import org.dermarium.query.Condition.Flag;
import org.dermarium.query.Condition.Present;
import org.dermarium.query.Condition.Range;
import org.dermarium.query.Condition.Text;

/** The meaning of queries said once more, over one image in memory: what the stores are held against. */
record Row(Map<String, String> values) {

    boolean matches(Query query) {
        return switch (query) {
            case Query.Everything everything -> true;
            case Query.And and -> and.operands().stream().allMatch(this::matches);
            case Query.Or or -> or.operands().stream().anyMatch(this::matches);
            case Query.Term term -> term.negated() != meets(term);
        };
    }

    private boolean meets(Query.Term term) {
        String value = values.getOrDefault(term.field().fieldName(), "");
        return !value.isEmpty()
                && switch (term.condition()) {
                    case Present present -> true;
                    case Flag flag -> value.equals(Boolean.toString(flag.value()));
                    case Text text -> holds(text, value);
                    case Range range -> holds(range, Double.parseDouble(value));
                };
    }

    private static boolean holds(Text text, String value) {
        return switch (text.match()) {
            case EXACT -> value.equals(text.text());
            case PREFIX -> value.startsWith(text.text());
            case SUFFIX -> value.endsWith(text.text());
            case INNER -> value.contains(text.text());
        };
    }

    private static boolean holds(Range range, double value) {
        Bound lower = range.lower();
        Bound upper = range.upper();
        return (lower == null || value > lower.value() || lower.inclusive() && value == lower.value())
                && (upper == null || value < upper.value() || upper.inclusive() && value == upper.value());
    }
}
