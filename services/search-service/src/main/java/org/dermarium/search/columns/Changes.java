package org.dermarium.search.columns;

import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.Level;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonData;
import java.util.List;
import java.util.Objects;
import org.dermarium.search.index.ElasticCalls;
import org.dermarium.search.index.IndexAway;
import org.springframework.stereotype.Repository;

/**
 * An index in the order of its changes. Elasticsearch numbers them; a document bears the number of its last one. None is
 * ever deleted, so nothing is missed by who asks what changed after a number.
 */
@Repository
class Changes {

    /** Comes before the number of the first change. */
    static final long NONE = -1;

    private static final String NUMBER = "_seq_no";

    /** Always the same copy of a shard: another may show an older state. */
    private static final String ONE_COPY = "changes";

    private final ElasticCalls elastic;

    Changes(ElasticCalls elastic) {
        this.elastic = elastic;
    }

    /** @param number of the document's last change */
    record Change<D>(String id, long number, D document) {}

    /** The number of the last change up to which all are done and safe; {@link #NONE} before the first. */
    long last(String index) throws IndexAway {
        var answer = elastic.now(
                "changes",
                c -> c.indices()
                        .stats(s -> s.index(index).metric(CommonStatsFlag.Docs).level(Level.Shards)));
        return answer.indices().values().stream()
                .flatMap(stats -> stats.shards().values().stream())
                .flatMap(List::stream)
                .map(shard -> Objects.requireNonNull(shard.seqNo()).globalCheckpoint())
                .filter(number -> number >= NONE)
                .min(Long::compare)
                .orElseThrow(() -> new IndexAway("no shard of " + index + " answers"));
    }

    /** Makes everything findable that is done. */
    void show(String index) throws IndexAway {
        elastic.now("changes", c -> c.indices().refresh(r -> r.index(index)));
    }

    /** Documents changed after this number, in the order of their last changes. */
    <D> List<Change<D>> after(long number, String index, int most, Class<D> type) throws IndexAway {
        SearchRequest later = SearchRequest.of(s -> s.index(index)
                .preference(ONE_COPY)
                .query(q -> q.range(r -> r.untyped(u -> u.field(NUMBER).gt(JsonData.of(number)))))
                .sort(o -> o.field(f -> f.field(NUMBER).order(SortOrder.Asc)))
                .seqNoPrimaryTerm(true)
                .size(most)
                .trackTotalHits(t -> t.enabled(false)));
        return elastic.now("changes", c -> c.search(later, type)).hits().hits().stream()
                .map(hit -> new Change<>(
                        Objects.requireNonNull(hit.id()),
                        Objects.requireNonNull(hit.seqNo()),
                        Objects.requireNonNull(hit.source())))
                .toList();
    }
}
