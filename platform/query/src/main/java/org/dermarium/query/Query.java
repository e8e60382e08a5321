package org.dermarium.query;

import java.util.List;

/**
 * What somebody asks for, as a tree.
 *
 * <p>An image without a value in a field matches none of its conditions, so that a negated {@link Term} means "another
 * value, or none".
 */
public sealed interface Query {

    Query EVERYTHING = new Everything();

    /** Every image that the caller may see. */
    record Everything() implements Query {}

    /** Images that match each operand; at least two. */
    record And(List<Query> operands) implements Query {

        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Images that match at least one operand; at least two. */
    record Or(List<Query> operands) implements Query {

        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** Images whose field meets the condition or, negated, those whose field does not or has no value. */
    record Term(SearchField field, Condition condition, boolean negated) implements Query {}
}
