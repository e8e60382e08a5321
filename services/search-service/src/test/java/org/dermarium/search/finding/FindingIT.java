package org.dermarium.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.bus.EventType;
import org.dermarium.query.Query;
import org.dermarium.query.QueryParser;
import org.dermarium.search.SearchCase;
import org.dermarium.search.elastic.ElasticImages;
import org.dermarium.testkit.Eventually;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Random searches by five kinds of callers against plain evaluation, before, during and after a rebuild. */
class FindingIT extends SearchCase {

    private static final int IMAGES = 300;
    private static final int CHANGED = 120;
    private static final int SEARCHES = Integer.getInteger("dermarium.search.random", 150);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Random random = new Random(41);
    private final RandomImages images = new RandomImages(random);
    private final PlainArchive archive = new PlainArchive();

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ElasticImages elastic;

    @Test
    void answersAsPlainEvaluationDoes() throws Exception {
        var owner = new Contributor(RandomImages.OWNER, 1, new TreeSet<>(Set.of(RandomImages.OWNER)));
        archive.tell(owner);
        topics().publish(EventType.CONTRIBUTOR_CREATED, owner);
        for (var collection : List.of(
                collection(1, 1, true, RandomImages.OWNER),
                collection(2, 1, false, RandomImages.OWNER),
                collection(3, 1, false, RandomImages.OWNER, RandomImages.FRIEND),
                collection(4, 1, false, STAFF))) {
            archive.tell(collection);
            topics().publish(EventType.COLLECTION_CREATED, collection);
        }
        publish(1, IMAGES);
        publish(2, CHANGED);
        awaitAll();
        assertThat(areColumnsTrusted()).isTrue();

        compare(SEARCHES);
        compareElasticsearch(SEARCHES / 3);
        compareScreens(SEARCHES);
        http().post().uri("/actuator/rebuild").exchange().expectStatus().isOk();
        do {
            compare(5);
            compareScreens(2);
        } while (phase().equals("RUNNING"));
        assertThat(phase()).isEqualTo("DONE");
        compare(SEARCHES);
        publish(3, CHANGED);
        awaitAll();
        Eventually.until("columns answer", this::areColumnsTrusted);
        compare(SEARCHES);
        compareScreens(SEARCHES);
    }

    private void publish(long version, int count) {
        List<Image> changed = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            changed.add(images.image(id, version));
        }
        var memberships =
                changed.stream().map(i -> images.membership(i, version)).toList();
        changed.forEach(archive::tell);
        memberships.forEach(archive::tell);
        topics().publish(EventType.IMAGE_PUBLISHED, changed.toArray(Image[]::new));
        topics().publish(EventType.MEMBERSHIP_CHANGED, memberships.toArray(Membership[]::new));
    }

    private void awaitAll() {
        for (Caller caller : RandomQueries.CALLERS) {
            Eventually.await("all is known", () -> {
                compare("", caller, null);
                for (long collection = 1; collection <= 4; collection++) {
                    compare("", caller, Set.of(collection));
                }
            });
        }
    }

    private void compare(int searches) throws Exception {
        var queries = new RandomQueries(random, archive.images());
        for (int i = 0; i < searches; i++) {
            compare(queries.query(), queries.caller(), queries.collections());
        }
    }

    private void compare(String text, Caller caller, @Nullable Set<Long> collections) throws Exception {
        List<Image> wanted = archive.found(caller, QueryParser.parse(text), collections);
        Map<String, Object> search = search(text, collections);
        String token = token(caller);
        String what = search + " for " + caller;
        JsonNode page = get(token, "/api/v2/images/search/", search);
        assertThat(page.get("count").asInt()).as(what).isEqualTo(wanted.size());
        List<String> listed = new ArrayList<>(ids(page));
        while (!page.get("next").isNull()) {
            page = follow(token, page.get("next"));
            listed.addAll(ids(page));
        }
        assertThat(listed).as(what).isEqualTo(wanted.stream().map(Image::isicId).toList());
        assertThat(get(token, "/api/v2/images/search/size/", search).get("size").asLong())
                .as(what)
                .isEqualTo(PlainArchive.bytes(wanted));
        assertThat(get(token, "/api/v2/images/facets/", search)).as(what).isEqualTo(archive.facets(caller, wanted));
    }

    private void compareScreens(int searches) throws Exception {
        var queries = new RandomQueries(random, archive.images());
        for (int i = 0; i < searches; i++) {
            String text = queries.query();
            Query query = QueryParser.parse(text);
            Caller caller = queries.caller();
            Set<Long> collections = queries.collections();
            List<Image> wanted = archive.found(caller, query, collections);
            Map<String, Object> search = search(text, collections);
            String what = search + " for " + caller;
            JsonNode screen = get(token(caller), "/api/v2/images/screen/", search);
            assertThat(screen.get("total").asInt()).as(what).isEqualTo(wanted.size());
            assertThat(screen.get("size").asLong()).as(what).isEqualTo(PlainArchive.bytes(wanted));
            assertThat(ids(screen))
                    .as(what)
                    .isEqualTo(wanted.stream()
                            .limit(PageRequest.MAX_LIMIT)
                            .map(Image::isicId)
                            .toList());
            assertThat(screen.get("facets")).as(what).isEqualTo(archive.facetsToChoose(caller, query, collections));
            assertThat(screen.get("trees")).as(what).isEqualTo(archive.treesToChoose(caller, query, collections));
            assertThat(screen.get("version").asString()).as(what).contains(":");
        }
    }

    /** What answers while columns are being filled. */
    private void compareElasticsearch(int searches) throws Exception {
        var queries = new RandomQueries(random, archive.images());
        var first = new PageRequest(PageRequest.MAX_LIMIT, Cursor.START, URI.create("http://localhost/"));
        for (int i = 0; i < searches; i++) {
            Query query = QueryParser.parse(queries.query());
            Caller caller = queries.caller();
            Set<Long> collections = queries.collections();
            List<Image> wanted = archive.found(caller, query, collections);
            var scope = new Scope(caller, query, collections == null ? null : archive.visible(collections, caller));
            var page = elastic.page(scope, first).block();
            assertThat(page.count()).as("%s", scope).isEqualTo(wanted.size());
            assertThat(page.results().stream().map(Image::isicId))
                    .as("%s", scope)
                    .isEqualTo(wanted.stream()
                            .limit(PageRequest.MAX_LIMIT)
                            .map(Image::isicId)
                            .toList());
            assertThat(elastic.bytes(scope).block()).as("%s", scope).isEqualTo(PlainArchive.bytes(wanted));
            JsonNode facets =
                    JSON.readTree(JSON.writeValueAsString(elastic.facets(scope).block()));
            assertThat(facets).as("%s", scope).isEqualTo(archive.facets(caller, wanted));
        }
    }

    private static Map<String, Object> search(String query, @Nullable Set<Long> collections) {
        Map<String, Object> search = new LinkedHashMap<>(Map.of("query", query));
        if (collections != null) {
            search.put(
                    "collections",
                    String.join(",", collections.stream().map(String::valueOf).toList()));
        }
        return search;
    }

    private boolean areColumnsTrusted() {
        return meters.get("dermarium.columns.trusted").gauge().value() == 1;
    }

    private String phase() {
        return get(ANYBODY, "/actuator/rebuild", Map.of()).get("phase").asString();
    }

    private static String token(Caller caller) {
        return switch (caller) {
            case Caller.Anonymous anonymous -> ANYBODY;
            case Caller.Member member when member.isStaff() -> staff();
            case Caller.Member member -> member(member.id());
        };
    }
}
