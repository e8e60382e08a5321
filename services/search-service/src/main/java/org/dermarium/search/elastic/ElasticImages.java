package org.dermarium.search.elastic;

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
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.Finder;
import org.dermarium.search.finding.Places;
import org.dermarium.search.finding.Scope;
import org.dermarium.search.finding.Sight;
import org.dermarium.search.index.ElasticCalls;
import org.dermarium.search.index.ElasticIndices;
import org.dermarium.search.index.Fields;
import org.dermarium.search.index.ImageDocument;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The images that can be searched, in Elasticsearch: one request a page, one for a sum, one for all facets. */
@Repository
public class ElasticImages implements Finder {

    private static final String TOTAL_BYTES = "bytes";

    private final ElasticCalls elastic;
    private final Contributors contributors;
    private final String index;

    ElasticImages(ElasticCalls elastic, Contributors contributors, ElasticIndices indices) {
        this.elastic = elastic;
        this.contributors = contributors;
        this.index = indices.searched();
    }

    @Override
    public Mono<Page<Image>> page(Scope scope, PageRequest request) {
        Long behind = Places.behind(request.cursor());
        return filters(scope).flatMap(filters -> {
            if (behind != null) {
                filters.add(behind(request.cursor().reverse(), behind));
            }
            SearchRequest search = pageRequest(filters, request);
            return elastic.ask("list", client -> client.search(search, ImageDocument.class))
                    .map(answer -> {
                        List<Image> rows = answer.hits().hits().stream()
                                .map(ElasticImages::image)
                                .toList();
                        var total = answer.hits().total();
                        return request.page(rows, Places::of, total == null ? null : total.value());
                    });
        });
    }

    @Override
    public Mono<Long> bytes(Scope scope) {
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

    @Override
    public Mono<Map<String, FacetOut>> facets(Scope scope) {
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
        return contributors.ownedBy(scope.caller()).map(owned -> {
            List<Query> filters = new ArrayList<>();
            filters.add(ElasticVisibility.of(Sight.of(scope.caller(), owned)));
            if (!scope.query().equals(org.dermarium.query.Query.EVERYTHING)) {
                filters.add(ElasticQuery.of(scope.query()));
            }
            var within = scope.collections();
            if (within != null) {
                filters.add(ElasticVisibility.inOneOf(within));
            }
            return filters;
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
    private static Query behind(boolean reverse, long micros) {
        JsonData time = JsonData.of(micros);
        return Query.of(q -> q.range(r -> r.untyped(u -> {
            u.field(Fields.PUBLISHED);
            return reverse ? u.lt(time) : u.gt(time);
        })));
    }

    private static Image image(Hit<ImageDocument> hit) {
        return Objects.requireNonNull(Objects.requireNonNull(hit.source()).image());
    }
}
