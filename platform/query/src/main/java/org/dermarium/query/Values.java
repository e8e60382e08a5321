package org.dermarium.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dermarium.query.Condition.Bound;
import org.dermarium.query.Condition.Flag;
import org.dermarium.query.Condition.Match;
import org.dermarium.query.Condition.Present;
import org.dermarium.query.Condition.Range;
import org.dermarium.query.Condition.Text;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the colon of a term. */
final class Values {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\r\\n\\x00]*\"");
    private static final Pattern QUOTE = Pattern.compile("\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9*_-]+");
    private static final Pattern FLAG = Pattern.compile("(true|false|\\*)(?![A-Za-z0-9_*])");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern COMPARED = Pattern.compile("[<>]=?");
    private static final Pattern TO = Pattern.compile("TO");

    private final Reader in;

    Values(Reader in) {
        this.in = in;
    }

    Condition read(SearchField field) throws UnparsableQuery {
        return switch (field.type()) {
            case TEXT -> text(field);
            case NUMBER -> numbers();
            case BOOL -> flag();
        };
    }

    /** What a number is to lie beyond; null, and nothing read, where nothing is compared. */
    @Nullable
    Condition comparison() throws UnparsableQuery {
        String operator = in.take(COMPARED);
        if (operator == null) {
            return null;
        }
        var bound = new Bound(number("a number"), operator.endsWith("="));
        return operator.startsWith(">") ? new Range(bound, null) : new Range(null, bound);
    }

    /** Names from the top of a tree with colons between them, of which the last may have stars; or one name. */
    List<Condition> path(int levels) throws UnparsableQuery {
        String[] names = text().split(":", -1);
        if (names.length > levels) {
            throw in.refusal("a path has at most " + levels + " names");
        }
        List<Condition> path = new ArrayList<>();
        for (int level = 0; level < names.length - 1; level++) {
            path.add(new Text(Match.EXACT, names[level]));
        }
        path.add(wildcards(names[names.length - 1]));
        return path;
    }

    private String text() throws UnparsableQuery {
        String quoted = in.take(QUOTED);
        String value = quoted != null ? quoted.substring(1, quoted.length() - 1) : in.take(WORD);
        if (value == null) {
            throw in.isNext(QUOTE)
                    ? in.refusal("the quotation mark is not closed")
                    : in.expected("a word or a quoted text");
        }
        return value;
    }

    private Condition text(SearchField field) throws UnparsableQuery {
        String value = text();
        String today = field.formerValues().get(value);
        return today == null ? wildcards(value) : new Text(Match.EXACT, today);
    }

    /** Only the first and the last character are wildcards; a star between others is a star. */
    private static Condition wildcards(String value) {
        boolean open = value.startsWith("*");
        boolean openEnd = value.length() > 1 && value.endsWith("*");
        String text = value.substring(open ? 1 : 0, value.length() - (openEnd ? 1 : 0));
        if (text.isEmpty() && open) {
            return new Present();
        }
        Match match = open ? (openEnd ? Match.INNER : Match.SUFFIX) : openEnd ? Match.PREFIX : Match.EXACT;
        return new Text(match, text);
    }

    private Condition flag() throws UnparsableQuery {
        String value = in.take(FLAG);
        if (value == null) {
            throw in.expected("true, false or *");
        }
        return value.equals("*") ? new Present() : new Flag(value.equals("true"));
    }

    private Condition numbers() throws UnparsableQuery {
        if (in.take('*')) {
            return new Present();
        }
        if (in.take('[')) {
            return range(true);
        }
        if (in.take('{')) {
            return range(false);
        }
        return Range.exactly(number("a number, a range or *"));
    }

    private Condition range(boolean includesLower) throws UnparsableQuery {
        Double from = bound();
        if (in.take(TO) == null) {
            throw in.expected("TO");
        }
        Double to = bound();
        boolean includesUpper = in.take(']');
        if (!includesUpper && !in.take('}')) {
            throw in.expected("']' or '}'");
        }
        return from == null && to == null
                ? new Present()
                : new Range(
                        from == null ? null : new Bound(from, includesLower),
                        to == null ? null : new Bound(to, includesUpper));
    }

    private @Nullable Double bound() throws UnparsableQuery {
        return in.take('*') ? null : Double.valueOf(number("a number or *"));
    }

    private double number(String what) throws UnparsableQuery {
        UnparsableQuery missing = in.expected(what);
        String digits = in.take(NUMBER);
        if (digits == null) {
            throw missing;
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw in.refusal("the number is too large");
        }
        return value;
    }
}
