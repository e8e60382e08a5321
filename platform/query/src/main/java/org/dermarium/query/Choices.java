package org.dermarium.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A query as the choices of a screen: conditions that all have to hold. What is chosen in one group, a field or all levels
 * of a tree, can be left out, so that the group's counts show what else could be chosen there.
 */
public final class Choices {

    private Choices() {}

    /** Groups in which something is chosen and nothing else is spoken of in the same condition. */
    public static Set<String> groups(Query query) {
        Set<String> chosen = new LinkedHashSet<>();
        conditions(query)
                .map(Choices::spokenOf)
                .filter(groups -> groups.size() == 1)
                .forEach(chosen::addAll);
        return chosen;
    }

    /** The query without what is chosen in this group. */
    public static Query without(String group, Query query) {
        List<Query> left = conditions(query)
                .filter(condition -> !spokenOf(condition).equals(Set.of(group)))
                .toList();
        return switch (left.size()) {
            case 0 -> Query.EVERYTHING;
            case 1 -> left.getFirst();
            default -> new Query.And(left);
        };
    }

    private static Stream<Query> conditions(Query query) {
        return query instanceof Query.And(List<Query> operands)
                ? operands.stream().flatMap(Choices::conditions)
                : Stream.of(query);
    }

    private static Set<String> spokenOf(Query query) {
        Set<String> groups = new LinkedHashSet<>();
        switch (query) {
            case Query.Everything everything -> {}
            case Query.And and -> and.operands().forEach(q -> groups.addAll(spokenOf(q)));
            case Query.Or or -> or.operands().forEach(q -> groups.addAll(spokenOf(q)));
            case Query.Term term -> groups.add(term.field().group());
        }
        return groups;
    }
}
