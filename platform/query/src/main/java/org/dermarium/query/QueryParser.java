package org.dermarium.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dermarium.dictionary.Search;

/**
 * The grammar by recursive descent. What stands beside each other binds tightest, then AND, then OR:
 *
 * <pre>
 * query := [ or ]
 * or    := and { "OR" and }
 * and   := beside { "AND" beside }
 * beside:= part { part }
 * part  := { "NOT" | "-" } ( "(" or ")" | term )
 * term  := FIELD ":" value | TREE ":" value | NUMBER-FIELD [ ":" ] ( "&gt;" | "&gt;=" | "&lt;" | "&lt;=" ) number
 * </pre>
 *
 * The reference refuses NOT, negated and adjacent groups, whole trees and comparisons. They are read as what it has: a
 * negation goes down to the terms, a tree is any of its levels, a comparison is a range.
 */
public final class QueryParser {

    public static final int MAX_LENGTH = 16_384;

    /** Elasticsearch takes 30 levels; a group can need two of them. */
    public static final int MAX_DEPTH = 12;

    public static final int MAX_TERMS = 1_000;

    /** Terms that begin with a star: a store has to look at every value for each. */
    public static final int MAX_OPEN_TERMS = 32;

    private static final Pattern AND = Pattern.compile("AND(?![A-Za-z0-9_])");
    private static final Pattern OR = Pattern.compile("OR(?![A-Za-z0-9_])");
    private static final Pattern NOT = Pattern.compile("NOT(?![A-Za-z0-9_])|-");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*(?![A-Za-z0-9_])");
    private static final Pattern PART = Pattern.compile("(?=[a-z(-])|NOT(?![A-Za-z0-9_])");

    private final Reader in;
    private final Values values;
    private int depth;
    private int terms;
    private int openTerms;

    private QueryParser(String text) {
        in = new Reader(text);
        values = new Values(in);
    }

    /**
     * Reads a query; a blank one asks for everything.
     *
     * @throws UnparsableQuery when the text does not follow the grammar or exceeds a limit
     */
    public static Query parse(String text) throws UnparsableQuery {
        if (text.length() > MAX_LENGTH) {
            throw new UnparsableQuery(MAX_LENGTH + 1, "a query has at most " + MAX_LENGTH + " characters");
        }
        if (text.isBlank()) {
            return Query.EVERYTHING;
        }
        var parser = new QueryParser(text);
        Query query = parser.or();
        if (!parser.in.isAtEnd()) {
            throw parser.in.expected("AND, OR or the end");
        }
        return query;
    }

    private Query or() throws UnparsableQuery {
        List<Query> operands = new ArrayList<>();
        do {
            operands.add(and());
        } while (in.take(OR) != null);
        return joined(operands, Query.Or::new);
    }

    private Query and() throws UnparsableQuery {
        List<Query> operands = new ArrayList<>();
        do {
            operands.add(beside());
        } while (in.take(AND) != null);
        return joined(operands, Query.And::new);
    }

    private Query beside() throws UnparsableQuery {
        List<Query> operands = new ArrayList<>();
        do {
            operands.add(part());
        } while (in.isNext(PART));
        return joined(operands, Query.And::new);
    }

    private Query part() throws UnparsableQuery {
        boolean negated = false;
        while (in.take(NOT) != null) {
            negated = !negated;
        }
        Query part = in.take('(') ? group() : term();
        return negated ? Negation.of(part) : part;
    }

    private Query group() throws UnparsableQuery {
        if (++depth > MAX_DEPTH) {
            throw in.refusal("groups are nested deeper than " + MAX_DEPTH);
        }
        Query inner = or();
        if (!in.take(')')) {
            throw in.expected("')'");
        }
        depth--;
        return inner;
    }

    private Query term() throws UnparsableQuery {
        UnparsableQuery unknown = in.expected("a field");
        String name = in.take(FIELD);
        if (name == null) {
            throw unknown;
        }
        List<SearchField> levels = SearchField.trees().get(name);
        return levels != null
                ? anyLevel(levels)
                : term(SearchField.named(name).orElseThrow(() -> unknown.with(FieldNames.like(name))));
    }

    private Query term(SearchField field) throws UnparsableQuery {
        boolean colon = in.take(':');
        Condition compared = field.type() == Search.Type.NUMBER ? values.comparison() : null;
        if (!colon && compared == null) {
            throw in.expected("':'");
        }
        return counted(field, compared != null ? compared : values.read(field));
    }

    /** A name at any level of a tree or, with colons within quotes, a path from the top. */
    private Query anyLevel(List<SearchField> levels) throws UnparsableQuery {
        if (!in.take(':')) {
            throw in.expected("':'");
        }
        List<Condition> path = values.path(levels.size());
        List<Query> terms = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            if (path.size() == 1 || level < path.size()) {
                terms.add(counted(levels.get(level), path.get(path.size() == 1 ? 0 : level)));
            }
        }
        return path.size() == 1 ? new Query.Or(terms) : new Query.And(terms);
    }

    private Query counted(SearchField field, Condition condition) throws UnparsableQuery {
        if (++terms > MAX_TERMS) {
            throw in.refusal("a query has at most " + MAX_TERMS + " terms");
        }
        if (isOpen(condition) && ++openTerms > MAX_OPEN_TERMS) {
            throw in.refusal("a query has at most " + MAX_OPEN_TERMS + " terms that begin with a star");
        }
        return new Query.Term(field, condition, false);
    }

    private static boolean isOpen(Condition condition) {
        return condition instanceof Condition.Text(Condition.Match match, String text)
                && (match == Condition.Match.SUFFIX || match == Condition.Match.INNER);
    }

    private static Query joined(List<Query> operands, Function<List<Query>, Query> join) {
        return operands.size() == 1 ? operands.getFirst() : join.apply(operands);
    }
}
