package org.dermarium.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * A condition of a WHERE clause.
 *
 * @param text may be joined by AND as it is
 * @param values by the names that the text gives them
 */
public record SqlCondition(String text, Map<String, Object> values) {

    public SqlCondition {
        values = Map.copyOf(values);
    }

    public static SqlCondition of(String text) {
        return new SqlCondition(text, Map.of());
    }

    public static SqlCondition of(String text, String name, Object value) {
        return new SqlCondition(text, Map.of(name, value));
    }

    /** Both conditions; a name that occurs in both has one value. */
    public SqlCondition and(SqlCondition other) {
        var all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new SqlCondition(text + " and " + other.text, all);
    }

    public GenericExecuteSpec bindTo(GenericExecuteSpec statement) {
        return statement.bindValues(values);
    }
}
