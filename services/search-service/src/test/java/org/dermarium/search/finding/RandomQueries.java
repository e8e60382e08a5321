package org.dermarium.search.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.events.Image;
import org.dermarium.query.SearchField;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/** Searches that find something often enough. */
public final class RandomQueries {

    /** Nobody, somebody, the owner of some images, one with whom some are shared, staff. */
    public static final List<Caller> CALLERS = List.of(
            Caller.ANONYMOUS,
            member(70, false),
            member(RandomImages.OWNER, false),
            member(RandomImages.FRIEND, false),
            member(900, true));

    private static final int NESTED = 3;
    private static final int COLLECTIONS = 7;

    private final Random random;
    private final List<Image> images;

    /** @param images whose values are asked for */
    public RandomQueries(Random random, Collection<Image> images) {
        this.random = random;
        this.images = List.copyOf(images);
    }

    public Caller caller() {
        return one(CALLERS);
    }

    /** Some that do not exist among them; seldom any. */
    public @Nullable Set<Long> collections() {
        if (random.nextInt(4) != 0) {
            return null;
        }
        var some = new TreeSet<Long>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            some.add(1L + random.nextInt(COLLECTIONS));
        }
        return some;
    }

    public String query() {
        return random.nextInt(12) == 0 ? "" : or(0);
    }

    private String or(int depth) {
        return joined(" OR ", random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1, () -> and(depth));
    }

    private String and(int depth) {
        return joined(" AND ", 1 + random.nextInt(2), () -> group(depth));
    }

    private String group(int depth) {
        return depth < NESTED && random.nextInt(4) == 0
                ? one(List.of("", "", "NOT ", "-")) + "(" + or(depth + 1) + ")"
                : joined(" ", random.nextInt(4) == 0 ? 2 : 1, this::term);
    }

    private String term() {
        if (random.nextInt(10) == 0) {
            String tree = one(List.copyOf(SearchField.trees().keySet()));
            return tree + ":" + text(one(SearchField.trees().get(tree)));
        }
        SearchField field = one(SearchField.all());
        return (random.nextInt(4) == 0 ? "-" : "") + field.fieldName() + ":" + value(field);
    }

    private String value(SearchField field) {
        if (random.nextInt(6) == 0) {
            return "*";
        }
        return switch (field.type()) {
            case BOOL -> Boolean.toString(random.nextBoolean());
            case NUMBER -> number();
            case TEXT -> text(field);
        };
    }

    private String number() {
        return switch (random.nextInt(5)) {
            case 4 -> one(List.of(">", "<=")) + random.nextInt(100);
            case 0 -> Integer.toString(random.nextInt(100));
            case 1 -> "[" + random.nextInt(60) + " TO " + random.nextInt(100) + "}";
            case 2 -> "{* TO " + random.nextInt(100) / 10.0 + "]";
            default -> "[" + random.nextInt(12) + ".5 TO *]";
        };
    }

    private String text(SearchField field) {
        String value = PlainArchive.value(one(images), field);
        if (value == null) {
            value = one(RandomImages.WORDS);
        }
        int from = value.isEmpty() ? 0 : random.nextInt(value.length());
        String quoted = switch (random.nextInt(5)) {
            case 0 -> value.substring(0, from) + "*";
            case 1 -> "*" + value.substring(from);
            case 2 -> "*" + value.substring(from, from + (value.isEmpty() ? 0 : 1)) + "*";
            default -> value;
        };
        return '"' + quoted + '"';
    }

    private interface Part {
        String next();
    }

    private static String joined(String with, int count, Part part) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part.next());
        }
        return String.join(with, parts);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Caller member(long id, boolean isStaff) {
        return new Caller.Member(id, "member" + id + "@example.org", "Member " + id, isStaff);
    }
}
