package org.dermarium.search.columns.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.query.SearchField;
import org.jspecify.annotations.Nullable;

/** Every image of the index as a row, every searched field as a column. Written by one thread while nobody reads. */
public final class Table {

    /** Stands in no name. */
    static final String STEP = "\n";

    private static final String SEPARATOR = ",";

    private final Words ids = new Words();
    private final Map<SearchField, Column> columns = new LinkedHashMap<>();
    private final Map<String, Column> trees = new TreeMap<>();
    private final Column contributors = new Column();
    private final Column collections = new Column();
    private final Column shares = new Column();
    private final Column visibility;
    private final Order order = new Order();
    private final Map<Long, SortedSet<Long>> owners = new HashMap<>();
    private long[] sizes = new long[0];

    public Table() {
        for (SearchField field : SearchField.all()) {
            columns.put(field, field.source() == SearchField.Source.ISIC_ID ? new Column(ids) : new Column());
        }
        SearchField.trees().keySet().forEach(tree -> trees.put(tree, new Column()));
        visibility = columns.entrySet().stream()
                .filter(e -> e.getKey().source() == SearchField.Source.VISIBILITY)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** A document as it is now, in the place of what was known of it. */
    public void put(String id, Followed document) {
        var contributor = document.contributor();
        if (contributor != null) {
            owners.put(contributor.id(), contributor.owners());
            return;
        }
        Image image = document.image();
        Long published = document.published();
        if (image != null && image.isListed() && published != null) {
            int row = ids.add(id) - 1;
            put(row, image, document.membership());
            order.set(row, published, image.id());
        } else if (ids.find(id) != 0) {
            put(ids.find(id) - 1, null, null);
        }
    }

    /** To be called when all of a batch were put. */
    public void settle() {
        order.settle();
    }

    int rows() {
        return ids.count();
    }

    String isicId(int row) {
        return ids.get(row + 1);
    }

    Column column(SearchField field) {
        return Objects.requireNonNull(columns.get(field));
    }

    /** Whole paths, with {@link #STEP} between the levels, by the name of the tree. */
    Map<String, Column> trees() {
        return trees;
    }

    /** What the images' visibility is; without a value those that nobody sees. */
    Column visibility() {
        return visibility;
    }

    Column contributors() {
        return contributors;
    }

    Order order() {
        return order;
    }

    public Set<Long> ownedBy(long member) {
        return owners.entrySet().stream()
                .filter(e -> e.getValue().contains(member))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    BitSet sharedWith(long member) {
        return holding(shares, Set.of(member));
    }

    BitSet inOneOf(Set<Long> wanted) {
        return holding(collections, wanted);
    }

    long bytes(int[] of) {
        long sum = 0;
        for (int row : of) {
            sum += sizes[row];
        }
        return sum;
    }

    private BitSet holding(Column sets, Set<Long> wanted) {
        return sets.among(
                sets.passing(set -> wanted.stream().anyMatch(n -> set.contains(SEPARATOR + n + SEPARATOR))), rows());
    }

    /** @param listed null when nobody may find it */
    private void put(int row, @Nullable Image listed, @Nullable Membership membership) {
        boolean wasOpen = isOpen(row);
        boolean isOpen = listed != null && listed.isPublic();
        columns.forEach(
                (field, column) -> column.set(row, listed == null ? null : value(field, listed), wasOpen, isOpen));
        trees.forEach((tree, column) -> column.set(row, listed == null ? null : path(tree, listed), wasOpen, isOpen));
        contributors.set(
                row, listed == null ? null : Long.toString(listed.contributor().id()), wasOpen, isOpen);
        collections.set(row, membership == null ? null : set(membership.collections()), wasOpen, isOpen);
        shares.set(row, membership == null ? null : set(membership.sharedWith()), wasOpen, isOpen);
        sizes = Room.in(sizes, row + 1);
        sizes[row] = listed == null ? 0 : listed.full().size();
    }

    private boolean isOpen(int row) {
        int code = visibility.code(row);
        return code != 0 && code == visibility.values().find("true");
    }

    private static @Nullable String value(SearchField field, Image image) {
        return switch (field.source()) {
            case ISIC_ID -> image.isicId();
            case VISIBILITY -> Boolean.toString(image.isPublic());
            case LICENSE -> image.license();
            case METADATA -> metadata(field, image);
        };
    }

    /** Numbers in one form, whatever form they came in. */
    private static @Nullable String metadata(SearchField field, Image image) {
        String text = image.metadata().text(field.fieldName());
        return text == null
                ? null
                : switch (field.type()) {
                    case NUMBER -> Double.toString(Double.parseDouble(text));
                    case TEXT, BOOL -> text;
                };
    }

    private static @Nullable String path(String tree, Image image) {
        String path = Objects.requireNonNull(SearchField.trees().get(tree)).stream()
                .map(level -> image.metadata().text(level.fieldName()))
                .takeWhile(Objects::nonNull)
                .collect(Collectors.joining(STEP));
        return path.isEmpty() ? null : path;
    }

    private static @Nullable String set(SortedSet<Long> numbers) {
        return numbers.isEmpty()
                ? null
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR, SEPARATOR, SEPARATOR));
    }
}
