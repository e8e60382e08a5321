package org.dermarium.query;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dermarium.dictionary.CellType;
import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.MetadataField;
import org.dermarium.dictionary.Paths;
import org.dermarium.dictionary.Search;
import org.dermarium.dictionary.Search.Counts;
import org.jspecify.annotations.Nullable;

/**
 * A field that a query can name.
 *
 * @param fieldName in queries, facets and metadata
 * @param source where an image has the value
 * @param type what the values are
 * @param facet how they are counted
 * @param formerValues values of old clients' queries, with what they are called now
 */
public record SearchField(
        String fieldName, Source source, Search.Type type, Facet facet, Map<String, String> formerValues) {

    /** Where an image has the value of a field. */
    public enum Source {
        METADATA,
        ISIC_ID,
        VISIBILITY,
        LICENSE
    }

    /** In the order in which facets are shown. */
    private static final List<SearchField> ALL = Dictionary.FIELDS.stream()
            .filter(field -> field.search() != null)
            .sorted(comparingInt(field -> requireNonNull(field.search()).order()))
            .flatMap(SearchField::of)
            .toList();

    /** Levels from the top, by the name of the tree. */
    private static final Map<String, List<SearchField>> TREES = Dictionary.FIELDS.stream()
            .filter(field -> field.search() != null && isPath(field))
            .collect(toUnmodifiableMap(
                    MetadataField::name, field -> SearchField.of(field).toList()));

    private static final Map<String, SearchField> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(SearchField::fieldName, identity()));

    /** All of them, in the order in which facets are shown. */
    public static List<SearchField> all() {
        return ALL;
    }

    /** The fields that are levels of a tree, from the top, by the tree's name: {@code diagnosis}, {@code anatom_site}. */
    public static Map<String, List<SearchField>> trees() {
        return TREES;
    }

    /** The tree that this is a level of, else the field itself: what is chosen together. */
    public String group() {
        return TREES.entrySet().stream()
                .filter(tree -> tree.getValue().contains(this))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(fieldName);
    }

    /** The field with exactly this name, case included. */
    public static Optional<SearchField> named(String fieldName) {
        return Optional.ofNullable(BY_NAME.get(fieldName));
    }

    /** A path is searched level by level. */
    private static Stream<SearchField> of(MetadataField field) {
        Search search = requireNonNull(field.search());
        CellType cell = field.cell();
        Stream<String> names = isPath(field) ? Paths.levelNames(field.name()).stream() : Stream.of(field.name());
        Facet facet = facet(search.facet(), cell);
        return names.map(
                name -> new SearchField(name, source(field.name()), search.type(), facet, field.formerValues()));
    }

    private static boolean isPath(MetadataField field) {
        CellType cell = field.cell();
        return cell != null && cell.read() == CellType.Read.PATH;
    }

    private static Source source(String name) {
        return switch (name) {
            case "isic_id" -> Source.ISIC_ID;
            case "public" -> Source.VISIBILITY;
            case "copyright_license" -> Source.LICENSE;
            default -> Source.METADATA;
        };
    }

    private static Facet facet(@Nullable Counts counts, @Nullable CellType cell) {
        if (counts == null) {
            return new Facet.None();
        }
        if (counts.everyValue()) {
            return new Facet.Enumerated(requireNonNull(cell).values());
        }
        if (counts.open() > 0) {
            return new Facet.Ranges(counts.step(), counts.open());
        }
        if (counts.step() > 0) {
            return new Facet.Steps(counts.step(), counts.first(), counts.last());
        }
        return counts.inOrder() ? new Facet.Alphabetical(counts.most()) : new Facet.Frequent(counts.most());
    }
}
