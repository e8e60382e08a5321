package org.dermarium.search.finding;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.query.Condition;
import org.dermarium.query.Condition.Bound;
import org.dermarium.query.Facet;
import org.dermarium.query.Query;
import org.dermarium.query.SearchField;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The meaning of searches said once more, plainly, image by image: what every store is held against. */
public final class PlainArchive {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Image> images = new HashMap<>();
    private final Map<String, Membership> memberships = new HashMap<>();
    private final Map<Long, Contributor> contributors = new HashMap<>();
    private final Map<Long, org.dermarium.events.Collection> collections = new HashMap<>();

    public void tell(Image image) {
        images.put(Objects.requireNonNull(image.isicId()), image);
    }

    public void tell(Membership membership) {
        memberships.put(membership.isicId(), membership);
    }

    public void tell(Contributor contributor) {
        contributors.put(contributor.id(), contributor);
    }

    public void tell(org.dermarium.events.Collection collection) {
        collections.put(collection.id(), collection);
    }

    public Collection<Image> images() {
        return images.values();
    }

    public @Nullable Membership membership(Image image) {
        return memberships.get(image.isicId());
    }

    /** In the order of listings. */
    public List<Image> found(Caller caller, Query query, @Nullable Set<Long> in) {
        return visible(caller)
                .filter(i -> matches(i, query))
                .filter(i -> in == null || in.stream().anyMatch(c -> isIn(i, c, caller)))
                .sorted(comparing(Image::publishedAt).thenComparing(Image::id))
                .toList();
    }

    /** Those of the collections in which the caller may look. */
    public Set<Long> visible(Set<Long> asked, Caller caller) {
        return asked.stream().filter(id -> isVisible(id, caller)).collect(Collectors.toSet());
    }

    public static long bytes(List<Image> found) {
        return found.stream().mapToLong(i -> i.full().size()).sum();
    }

    /** As the contract shows them. */
    public JsonNode facets(Caller caller, List<Image> found) {
        List<Image> visible = visible(caller).toList();
        Map<String, Object> facets = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            if (!(field.facet() instanceof Facet.None)) {
                facets.put(field.fieldName(), facet(field, found, visible));
            }
        }
        return JSON.readTree(JSON.writeValueAsString(facets));
    }

    /** As {@link #facets}, each without the conditions that speak of its own group alone. */
    public JsonNode facetsToChoose(Caller caller, Query query, @Nullable Set<Long> in) {
        Map<String, Object> facets = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            if (!(field.facet() instanceof Facet.None)) {
                List<Image> found = found(caller, without(group(field.fieldName()), query), in);
                facets.put(
                        field.fieldName(), facet(field, found, visible(caller).toList()));
            }
        }
        return JSON.readTree(JSON.writeValueAsString(facets));
    }

    public JsonNode treesToChoose(Caller caller, Query query, @Nullable Set<Long> in) {
        Map<String, Object> trees = new LinkedHashMap<>();
        for (String tree : List.of("anatom_site", "diagnosis")) {
            Map<List<String>, Integer> counts = new TreeMap<>(comparing(path -> String.join("\n", path)));
            for (Image image : found(caller, without(tree, query), in)) {
                List<String> path = new ArrayList<>();
                for (int level = 1; image.metadata().text(tree + "_" + level) != null; level++) {
                    path.add(image.metadata().text(tree + "_" + level));
                    counts.merge(List.copyOf(path), 1, Integer::sum);
                }
            }
            trees.put(
                    tree,
                    counts.entrySet().stream()
                            .map(e -> Map.of("path", e.getKey(), "count", e.getValue()))
                            .toList());
        }
        return JSON.readTree(JSON.writeValueAsString(trees));
    }

    private static String group(String field) {
        return field.replaceFirst("^(diagnosis|anatom_site)_[1-5]$", "$1");
    }

    private static Query without(String group, Query query) {
        List<Query> left = new ArrayList<>();
        for (Query each : operands(query)) {
            if (!terms(each)
                    .map(t -> group(t.field().fieldName()))
                    .collect(Collectors.toSet())
                    .equals(Set.of(group))) {
                left.add(each);
            }
        }
        return left.isEmpty() ? Query.EVERYTHING : left.size() == 1 ? left.getFirst() : new Query.And(left);
    }

    private static List<Query> operands(Query query) {
        return query instanceof Query.And and
                ? and.operands().stream().flatMap(q -> operands(q).stream()).toList()
                : List.of(query);
    }

    private static Stream<Query.Term> terms(Query query) {
        return switch (query) {
            case Query.Everything everything -> Stream.of();
            case Query.And and -> and.operands().stream().flatMap(PlainArchive::terms);
            case Query.Or or -> or.operands().stream().flatMap(PlainArchive::terms);
            case Query.Term term -> Stream.of(term);
        };
    }

    private Stream<Image> visible(Caller caller) {
        return images.values().stream().filter(i -> i.isListed() && sees(caller, i));
    }

    private boolean sees(Caller caller, Image image) {
        if (image.isPublic() || caller.isStaff()) {
            return true;
        }
        var contributor = contributors.get(image.contributor().id());
        var membership = memberships.get(image.isicId());
        return caller instanceof Caller.Member member
                && (contributor != null && contributor.owners().contains(member.id())
                        || membership != null && membership.sharedWith().contains(member.id()));
    }

    private boolean isIn(Image image, long id, Caller caller) {
        var membership = memberships.get(image.isicId());
        return membership != null && membership.collections().contains(id) && isVisible(id, caller);
    }

    private boolean isVisible(long id, Caller caller) {
        var collection = collections.get(id);
        return collection != null
                && !collection.deleted()
                && (collection.isPublic()
                        || caller.isStaff()
                        || caller instanceof Caller.Member member
                                && (collection.creator() == member.id()
                                        || collection.sharedWith().contains(member.id())));
    }

    private static boolean matches(Image image, Query query) {
        return switch (query) {
            case Query.Everything everything -> true;
            case Query.And and -> and.operands().stream().allMatch(q -> matches(image, q));
            case Query.Or or -> or.operands().stream().anyMatch(q -> matches(image, q));
            case Query.Term term -> term.negated() != meets(value(image, term.field()), term.condition());
        };
    }

    private static boolean meets(@Nullable String value, Condition condition) {
        return value != null
                && switch (condition) {
                    case Condition.Present present -> true;
                    case Condition.Flag flag -> value.equals(Boolean.toString(flag.value()));
                    case Condition.Text(Condition.Match match, String text) ->
                        switch (match) {
                            case EXACT -> value.equals(text);
                            case PREFIX -> value.startsWith(text);
                            case SUFFIX -> value.endsWith(text);
                            case INNER -> value.contains(text);
                        };
                    case Condition.Range(Bound lower, Bound upper) -> {
                        double number = Double.parseDouble(value);
                        yield (lower == null || number > lower.value() || lower.inclusive() && number == lower.value())
                                && (upper == null
                                        || number < upper.value()
                                        || upper.inclusive() && number == upper.value());
                    }
                };
    }

    static @Nullable String value(Image image, SearchField field) {
        return switch (field.source()) {
            case ISIC_ID -> image.isicId();
            case VISIBILITY -> Boolean.toString(image.isPublic());
            case LICENSE -> image.license();
            case METADATA -> image.metadata().text(field.fieldName());
        };
    }

    private static Map<String, Object> facet(SearchField field, List<Image> found, List<Image> visible) {
        Map<String, Integer> counts = counts(field, found);
        int present = counts.values().stream().mapToInt(n -> n).sum();
        List<Map<String, Object>> buckets = switch (field.facet()) {
            case Facet.None none -> throw new IllegalArgumentException(field.fieldName());
            case Facet.Frequent(int size) -> {
                List<String> shown = new ArrayList<>(counts.keySet());
                shown.sort(comparing((String v) -> -counts.get(v)).thenComparing(v -> v));
                counts(field, visible).keySet().stream()
                        .filter(v -> !counts.containsKey(v))
                        .forEach(shown::add);
                yield shown.stream()
                        .limit(size)
                        .map(v -> bucket(field, v, counts))
                        .toList();
            }
            case Facet.Alphabetical(int size) ->
                counts(field, visible).keySet().stream()
                        .limit(size)
                        .map(v -> bucket(field, v, counts))
                        .toList();
            case Facet.Enumerated(List<String> values) ->
                values.stream().map(v -> bucket(field, v, counts)).toList();
            case Facet.Steps(double step, double first, double last) -> {
                List<Map<String, Object>> steps = new ArrayList<>();
                for (double from = first; from <= last; from += step) {
                    steps.add(bucket(from, within(counts, from, from + step)));
                }
                yield steps;
            }
            case Facet.Ranges(double step, double open) -> {
                List<Map<String, Object>> ranges = new ArrayList<>();
                for (double from = 0; from <= open; from += step) {
                    double to = from < open ? from + step : Double.POSITIVE_INFINITY;
                    Map<String, Object> range = new LinkedHashMap<>();
                    range.put("key", from + "-" + (from < open ? to : "*"));
                    range.put("from", from);
                    range.put("to", from < open ? (Object) to : "*");
                    range.put("doc_count", within(counts, from, to));
                    ranges.add(range);
                }
                yield ranges;
            }
        };
        return Map.of(
                "meta", Map.of("missing_count", found.size() - present, "present_count", present), "buckets", buckets);
    }

    private static Map<String, Integer> counts(SearchField field, List<Image> images) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Image image : images) {
            String value = value(image, field);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int within(Map<String, Integer> counts, double from, double to) {
        return counts.entrySet().stream()
                .filter(e -> Double.parseDouble(e.getKey()) >= from && Double.parseDouble(e.getKey()) < to)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Object> bucket(SearchField field, String value, Map<String, Integer> counts) {
        int count = counts.getOrDefault(value, 0);
        if (!value.equals("true") && !value.equals("false")) {
            return bucket(value, count);
        }
        Map<String, Object> flag = new LinkedHashMap<>();
        flag.put("key", value.equals("true") ? 1 : 0);
        flag.put("key_as_string", value);
        flag.put("doc_count", count);
        return flag;
    }

    private static Map<String, Object> bucket(Object key, int count) {
        Map<String, Object> bucket = new LinkedHashMap<>();
        bucket.put("key", key);
        bucket.put("doc_count", count);
        return bucket;
    }
}
