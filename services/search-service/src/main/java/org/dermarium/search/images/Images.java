package org.dermarium.search.images;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.dermarium.events.Image;
import org.dermarium.search.index.ElasticCalls;
import org.dermarium.search.index.ElasticIndices;
import org.dermarium.search.index.Fields;
import org.dermarium.search.index.ImageDocument;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.dermarium.web.page.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The images that can be searched, in Elasticsearch: one request a page, one for a sum, one for all facets. Every answer is
 * confined to what the caller of its scope may see.
 */
@Repository
class Images {

    private static final String TOTAL_BYTES = "bytes";

    private final ElasticCalls elastic;
    private final Contributors contributors;
    private final Collections collections;
    private final String index;

    Images(ElasticCalls elastic, Contributors contributors, Collections collections, ElasticIndices indices) {
        this.elastic = elastic;
        this.contributors = contributors;
        this.collections = collections;
        this.index = indices.searched();
    }

    /** Oldest publication first. */
    Mono<Page<Image>> page(Scope scope, PageRequest request) {
        @Nullable Query behind = behind(request.cursor());
        return filters(scope).flatMap(filters -> {
            if (behind != null) {
                filters.add(behind);
            }
            SearchRequest search = pageRequest(filters, request);
            return elastic.ask("list", client -> client.search(search, ImageDocument.class))
                    .map(answer -> {
                        List<Image> rows =
                                answer.hits().hits().stream().map(Images::image).toList();
                        var total = answer.hits().total();
                        return request.page(rows, Images::position, total == null ? null : total.value());
                    });
        });
    }

    /** The sum of the full images' sizes. */
    Mono<Long> bytes(Scope scope) {
        return filters(scope)
                .map(filters ->
                        counting(filters, s -> s.aggregations(TOTAL_BYTES, a -> a.sum(sum -> sum.field(Fields.SIZE)))))
                .flatMap(search -> elastic.ask("size", client -> client.search(search, Void.class)))
                .map(answer -> {
                    Double sum = Objects.requireNonNull(answer.aggregations().get(TOTAL_BYTES))
                            .sum()
                            .value();
                    return sum == null ? 0 : Math.round(sum);
                });
    }

    /** By field name. */
    Mono<Map<String, FacetOut>> facets(Scope scope) {
        return filters(scope).flatMap(filters -> {
            SearchRequest counts = counting(filters, s -> s.aggregations(ElasticAggregations.COUNTS));
            if (scope.isEverything()) {
                return elastic.ask("facets", client -> client.search(counts, Void.class))
                        .map(found -> ElasticFacets.read(found, Map.of()));
            }
            // What the caller may see at all changes seldom and is answered from Elasticsearch's request cache.
            SearchRequest values =
                    counting(List.of(filters.getFirst()), s -> s.aggregations(ElasticAggregations.VALUES));
            return elastic.ask("facets", client -> client.msearch(both(counts, values), Void.class))
                    .map(answers -> ElasticFacets.read(
                            answers.responses().get(0).result(),
                            answers.responses().get(1).result().aggregations()));
        });
    }

    /** Visibility first; it is never left out. */
    private Mono<List<Query>> filters(Scope scope) {
        return contributors.ownedBy(scope.caller()).flatMap(owned -> {
            List<Query> filters = new ArrayList<>();
            filters.add(ElasticVisibility.of(scope.caller(), owned));
            if (!scope.query().equals(org.dermarium.query.Query.EVERYTHING)) {
                filters.add(ElasticQuery.of(scope.query()));
            }
            var asked = scope.collections();
            if (asked == null) {
                return Mono.just(filters);
            }
            return collections.visible(asked, scope.caller()).map(visible -> {
                filters.add(ElasticVisibility.inOneOf(visible));
                return filters;
            });
        });
    }

    private SearchRequest pageRequest(List<Query> filters, PageRequest request) {
        Cursor cursor = request.cursor();
        SortOrder order = cursor.reverse() ? SortOrder.Desc : SortOrder.Asc;
        return SearchRequest.of(s -> s.index(index)
                .query(q -> q.bool(b -> b.filter(filters)))
                .sort(o -> o.field(f -> f.field(Fields.PUBLISHED).order(order)))
                .sort(o -> o.field(f -> f.field(Fields.ID).order(order)))
                .from(cursor.offset())
                .size(request.fetch())
                .trackTotalHits(t -> t.enabled(request.wantsCount())));
    }

    private SearchRequest counting(List<Query> filters, UnaryOperator<SearchRequest.Builder> what) {
        return SearchRequest.of(s -> what.apply(s.index(index)
                .query(q -> q.bool(b -> b.filter(filters)))
                .size(0)
                .requestCache(true)
                .trackTotalHits(t -> t.enabled(true))));
    }

    private MsearchRequest both(SearchRequest first, SearchRequest second) {
        return MsearchRequest.of(m -> m.index(index)
                .searches(s -> s.header(h -> h.requestCache(true)).body(first))
                .searches(s -> s.header(h -> h.requestCache(true)).body(second)));
    }

    /** Rows behind the cursor's position in its direction. */
    private static @Nullable Query behind(Cursor cursor) {
        String position = cursor.position();
        if (position == null) {
            return null;
        }
        JsonData micros = JsonData.of(micros(position));
        return Query.of(q -> q.range(r -> r.untyped(u -> {
            u.field(Fields.PUBLISHED);
            return cursor.reverse() ? u.lt(micros) : u.gt(micros);
        })));
    }

    private static long micros(String position) {
        try {
            return ImageDocument.micros(Positions.time(position));
        } catch (ArithmeticException e) {
            throw Cursor.invalidPosition();
        }
    }

    private static Image image(Hit<ImageDocument> hit) {
        return Objects.requireNonNull(Objects.requireNonNull(hit.source()).image());
    }

    private static String position(Image image) {
        return Positions.of(Objects.requireNonNull(image.publishedAt()));
    }
}
