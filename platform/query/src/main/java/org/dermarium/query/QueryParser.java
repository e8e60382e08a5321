package org.dermarium.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The grammar by recursive descent. Terms beside each other bind tightest, then AND, then OR:
 *
 * <pre>
 * query := [ or ]
 * or    := and { "OR" and }
 * and   := group { "AND" group }
 * group := "(" or ")" | term { term }
 * term  := [ "-" ] FIELD ":" value
 * </pre>
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
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*(?![A-Za-z0-9_])");
    private static final Pattern TERM = Pattern.compile("-[ \\t\\r\\n]*(?=[a-z])|(?=[a-z])");

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
            operands.add(group());
        } while (in.take(AND) != null);
        return joined(operands, Query.And::new);
    }

    private Query group() throws UnparsableQuery {
        if (!in.take('(')) {
            return adjacentTerms();
        }
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

    private Query adjacentTerms() throws UnparsableQuery {
        List<Query> operands = new ArrayList<>();
        do {
            operands.add(term());
        } while (in.isNext(TERM));
        return joined(operands, Query.And::new);
    }

    private Query term() throws UnparsableQuery {
        if (++terms > MAX_TERMS) {
            throw in.refusal("a query has at most " + MAX_TERMS + " terms");
        }
        boolean negated = in.take('-');
        SearchField field = field();
        if (!in.take(':')) {
            throw in.expected("':'");
        }
        Condition condition = values.read(field);
        if (isOpen(condition) && ++openTerms > MAX_OPEN_TERMS) {
            throw in.refusal("a query has at most " + MAX_OPEN_TERMS + " terms that begin with a star");
        }
        return new Query.Term(field, condition, negated);
    }

    private static boolean isOpen(Condition condition) {
        return condition instanceof Condition.Text(Condition.Match match, String text)
                && (match == Condition.Match.SUFFIX || match == Condition.Match.INNER);
    }

    private SearchField field() throws UnparsableQuery {
        UnparsableQuery unknown = in.expected("a field");
        String name = in.take(FIELD);
        if (name == null) {
            throw unknown;
        }
        return SearchField.named(name).orElseThrow(() -> unknown);
    }

    private static Query joined(List<Query> operands, Function<List<Query>, Query> join) {
        return operands.size() == 1 ? operands.getFirst() : join.apply(operands);
    }
}
