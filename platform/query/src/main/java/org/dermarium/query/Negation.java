package org.dermarium.query;

import java.util.List;

/** What does not match: negations go down to the terms, so that stores know no others. */
final class Negation {

    private Negation() {}

    static Query of(Query query) {
        return switch (query) {
            case Query.Everything everything -> throw new IllegalArgumentException("nothing is no query");
            case Query.And(List<Query> operands) -> new Query.Or(each(operands));
            case Query.Or(List<Query> operands) -> new Query.And(each(operands));
            case Query.Term(SearchField field, Condition condition, boolean negated) ->
                new Query.Term(field, condition, !negated);
        };
    }

    private static List<Query> each(List<Query> operands) {
        return operands.stream().map(Negation::of).toList();
    }
}
