package org.dermarium.search.index;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads, changes and writes documents in bulk; a document that somebody else wrote in between is done again. */
@Repository
class ElasticDocuments {

    private static final int CONFLICT = 409;
    private static final int ROUNDS = 20;

    private final ElasticCalls elastic;
    private final ElasticIndices indices;

    ElasticDocuments(ElasticCalls elastic, ElasticIndices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    /**
     * Changes documents in the index that is searched and in the one that is being built.
     *
     * @param changes by document id; an unchanged document is not written
     * @param nothing what a change gets when there is no document yet
     */
    <D> void change(Map<String, UnaryOperator<D>> changes, Class<D> type, D nothing) throws IndexAway {
        if (changes.isEmpty()) {
            return;
        }
        for (String index : indices.written()) {
            Map<String, UnaryOperator<D>> open = changes;
            for (int round = 0; !open.isEmpty(); round++) {
                if (round == ROUNDS) {
                    throw new IndexAway(open.size() + " documents keep changing in " + index);
                }
                open = changeOnce(index, open, type, nothing);
            }
        }
    }

    /** The changes that met another writer. */
    private <D> Map<String, UnaryOperator<D>> changeOnce(
            String index, Map<String, UnaryOperator<D>> changes, Class<D> type, D nothing) throws IndexAway {
        Map<String, GetResult<D>> present = read(index, List.copyOf(changes.keySet()), type);
        List<BulkOperation> writes = new ArrayList<>();
        changes.forEach((id, change) -> {
            GetResult<D> found = present.get(id);
            D before = found == null || found.source() == null ? nothing : found.source();
            D after = change.apply(before);
            if (after != before) {
                writes.add(write(id, found, after));
            }
        });
        Map<String, UnaryOperator<D>> conflicts = new HashMap<>();
        for (String id : write(index, writes)) {
            conflicts.put(id, changes.get(id));
        }
        return conflicts;
    }

    private <D> Map<String, GetResult<D>> read(String index, List<String> ids, Class<D> type) throws IndexAway {
        var answer =
                elastic.now("read", client -> client.mget(m -> m.index(index).ids(ids), type));
        Map<String, GetResult<D>> found = new HashMap<>();
        for (var item : answer.docs()) {
            if (item.isFailure()) {
                throw new IndexAway("cannot read " + item.failure().id() + " of " + index);
            }
            if (item.result().found()) {
                found.put(item.result().id(), item.result());
            }
        }
        return found;
    }

    private static <D> BulkOperation write(String id, @Nullable GetResult<D> before, D document) {
        return before == null
                ? BulkOperation.of(o -> o.create(c -> c.id(id).document(document)))
                : BulkOperation.of(o -> o.index(i -> i.id(id)
                        .ifSeqNo(before.seqNo())
                        .ifPrimaryTerm(before.primaryTerm())
                        .document(document)));
    }

    /** Ids of documents that somebody else wrote since they were read. */
    private List<String> write(String index, List<BulkOperation> writes) throws IndexAway {
        if (writes.isEmpty()) {
            return List.of();
        }
        var answer =
                elastic.now("write", client -> client.bulk(b -> b.index(index).operations(writes)));
        List<String> conflicts = new ArrayList<>();
        for (BulkResponseItem item : answer.items()) {
            if (item.status() == CONFLICT) {
                conflicts.add(String.valueOf(item.id()));
            } else if (item.error() != null) {
                throw refused(index, item, item.error());
            }
        }
        return conflicts;
    }

    /** The document's own fault is no outage: the inbox moves such an event to its dead letters. */
    private static IndexAway refused(String index, BulkResponseItem item, ErrorCause error) {
        String reason = item.id() + " of " + index + ": " + error.type() + " " + error.reason();
        if (item.status() < 500 && item.status() != 429 && item.status() != 404) {
            throw new IllegalArgumentException("Elasticsearch refuses " + reason);
        }
        return new IndexAway("cannot write " + reason);
    }
}
