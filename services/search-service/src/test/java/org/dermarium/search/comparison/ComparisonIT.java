package org.dermarium.search.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.EventType;
import org.dermarium.search.SearchCase;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** The recorded answers of the reference archive against ours; {@code docs/comparison.md} gives the reasons. */
@EnabledIf("org.dermarium.search.comparison.ComparisonSet#isAtHand")
class ComparisonIT extends SearchCase {

    private static final Duration LOADING = Duration.ofMinutes(3);
    private static final int LISTED = 500;

    /** Those of {@code docs/comparison.md}. */
    private static final int KNOWN = 21;

    private final Map<String, String> cursors = new HashMap<>();
    private ComparisonSet set;

    @BeforeEach
    void load() throws Exception {
        set = new ComparisonSet();
        if (count(staff(), "") < set.images.size()) {
            publish(EventType.CONTRIBUTOR_CREATED, List.of(ImageBuilder.contributorOf(set.images.getFirst())));
            publish(EventType.COLLECTION_CREATED, set.collections);
            publish(EventType.MEMBERSHIP_CHANGED, set.memberships);
            publish(EventType.IMAGE_PUBLISHED, set.images);
        }
        Eventually.until("the set is searched", LOADING, () -> count(staff(), "") == set.images.size());
        Eventually.until(
                "the owner is known", LOADING, () -> count(member(ComparisonSet.OWNER), "") == set.images.size());
        Eventually.until("the collections are known", LOADING, () -> inMagicCollections() == set.images.size());
    }

    @Test
    void answersAsTheReferenceDoes() throws Exception {
        Map<String, String> differences = new LinkedHashMap<>();
        Map<String, Integer> asked = new TreeMap<>();
        for (String file : List.of(
                "isic-search",
                "isic-search-fields",
                "isic-facets",
                "isic-size",
                "isic-search-collections",
                "isic-pages")) {
            for (JsonNode recorded : recordings(file)) {
                asked.merge(file, 1, Integer::sum);
                String difference = compare(recorded);
                if (difference != null) {
                    differences.put(recorded.get("id").asString() + " " + recorded.get("params"), difference);
                }
            }
        }
        List<String> report = new ArrayList<>(List.of(asked.toString()));
        differences.forEach((what, why) -> report.add(what + " | " + why));
        Files.write(Path.of("target/comparison.txt"), report);
        int all = asked.values().stream().mapToInt(n -> n).sum();
        assertThat(all).isGreaterThan(400);
        assertThat(differences.size()).as("%s", report).isLessThanOrEqualTo(KNOWN);
        assertThat(differences.size()).isLessThan(all / 20);
    }

    /** The general list of images is the catalogue's, but has the same pages. */
    private static List<JsonNode> recordings(String file) throws Exception {
        try (Stream<JsonNode> all = ComparisonSet.recording(file)) {
            return all.filter(r -> r.get("path").asString().startsWith("/api/v2/images/"))
                    .filter(r -> !r.path("note").asString("").contains("depend on the ids"))
                    .filter(r -> !r.get("params").has("pin_sort"))
                    .toList();
        }
    }

    private @Nullable String compare(JsonNode recorded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        JsonNode sent = recorded.get("params");
        sent.properties()
                .forEach(p ->
                        parameters.put(p.getKey(), List.of(filled(p.getValue().asString()))));
        if (sent.isArray()) {
            sent.forEach(pair -> parameters
                    .computeIfAbsent(pair.get(0).asString(), name -> new ArrayList<>())
                    .add(filled(pair.get(1).asString())));
        }
        String path = recorded.get("path").asString();
        String caller = token(recorded.get("caller").asString());
        var answer = exchange(caller, path.equals("/api/v2/images/") ? path + "search/" : path, parameters);
        JsonNode body = body(answer);
        int status = answer.returnResult().getStatus().value();
        if (status != recorded.get("status").asInt()) {
            return "status: want " + recorded.get("status") + ", got " + status;
        }
        if (recorded.has("keys")) {
            return comparePage(recorded, caller, body);
        }
        JsonNode wanted = recorded.has("body") ? recorded.get("body") : recorded.get("error");
        return difference(wanted, body, "");
    }

    private @Nullable String comparePage(JsonNode recorded, String caller, JsonNode first) {
        List<String> keys = new ArrayList<>(keys(first));
        if (recorded.has("complete")) {
            JsonNode page = first;
            while (keys.size() < LISTED && !page.get("next").isNull()) {
                page = follow(caller, page.get("next"));
                keys.addAll(keys(page));
            }
            keys = keys.subList(0, Math.min(LISTED, keys.size()));
        } else {
            for (String side : List.of("next", "previous")) {
                if (first.get(side).isNull() == recorded.get("has_" + side).asBoolean()) {
                    return side + " link: " + first.get(side);
                }
                cursors.put("{cursor:" + recorded.get("id").asString() + ":" + side + "}", cursor(first.get(side)));
            }
        }
        List<String> wanted =
                recorded.get("keys").valueStream().map(JsonNode::asString).toList();
        if (!recorded.get("count").equals(first.get("count"))) {
            return "count: want " + recorded.get("count") + ", got " + first.get("count");
        }
        return keys.equals(wanted) ? null : "images: want " + wanted.size() + ", got " + keys.size();
    }

    private String filled(String text) {
        String full = text;
        for (var name : set.names.entrySet()) {
            full = full.contains("{") ? full.replace(name.getKey(), name.getValue()) : full;
        }
        for (var collection : ComparisonSet.COLLECTIONS.entrySet()) {
            full = full.replace(
                    "{coll:" + collection.getKey() + "}", collection.getValue().toString());
        }
        return cursors.getOrDefault(full, full);
    }

    private @Nullable String difference(JsonNode want, @Nullable JsonNode got, String at) {
        if (got == null) {
            return at + " is missing";
        }
        if (want.isObject()) {
            for (var property : want.properties()) {
                String found =
                        difference(property.getValue(), got.get(property.getKey()), at + "." + property.getKey());
                if (found != null) {
                    return found;
                }
            }
            return got.size() == want.size() ? null : at + " has more keys";
        }
        if (want.isArray()) {
            for (int i = 0; i < Math.min(want.size(), got.size()); i++) {
                String found = difference(want.get(i), got.get(i), at + "[" + i + "]");
                if (found != null) {
                    return found;
                }
            }
            return got.size() == want.size() ? null : at + ": want " + want.size() + " items, got " + got.size();
        }
        boolean equal = want.isNumber() && got.isNumber()
                ? Math.abs(want.asDouble() - got.asDouble()) < 1e-9
                : filled(want.asString()).equals(got.asString());
        return equal ? null : at + ": want " + filled(want.asString()) + ", got " + got;
    }

    private static String cursor(JsonNode link) {
        if (link.isNull()) {
            return "";
        }
        String encoded = link.asString().replaceFirst(".*[?&]cursor=([^&]*).*", "$1");
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static List<String> keys(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(r -> r.get("metadata").get("acquisition"))
                .map(a -> a.get("pixels_x").asInt() + "x" + a.get("pixels_y").asInt())
                .toList();
    }

    private static String token(String caller) {
        return switch (caller) {
            case "staff" -> staff();
            case "owner" -> member(ComparisonSet.OWNER);
            case "plain" -> member(ComparisonSet.PLAIN);
            default -> ANYBODY;
        };
    }

    private long inMagicCollections() {
        return get(staff(), "/api/v2/images/search/", Map.of("collections", "15,16"))
                .get("count")
                .asLong();
    }

    private static void publish(EventType type, List<? extends Aggregate> states) {
        topics().publish(type, states.toArray(Aggregate[]::new));
    }
}
