package org.dermarium.search.elastic;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dermarium.search.index.ContributorDocument;
import org.dermarium.search.index.ElasticCalls;
import org.dermarium.search.index.ElasticIndices;
import org.dermarium.search.index.Fields;
import org.dermarium.web.caller.Caller;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who owns which contributors. A change is seen with the next refresh of the index, for all images at once. */
@Repository
class Contributors {

    /** Nobody acts for more institutions. */
    private static final int MOST = 10_000;

    private final ElasticCalls elastic;
    private final String index;

    Contributors(ElasticCalls elastic, ElasticIndices indices) {
        this.elastic = elastic;
        this.index = indices.searched();
    }

    /** Numbers of those that the caller owns; none for staff, who see all images anyway. */
    Mono<Set<Long>> ownedBy(Caller caller) {
        if (!(caller instanceof Caller.Member member) || member.isStaff()) {
            return Mono.just(Set.of());
        }
        SearchRequest owned = SearchRequest.of(s -> s.index(index)
                .query(q -> q.bool(b ->
                        b.filter(f -> f.term(t -> t.field(Fields.OWNERS).value(Long.toString(member.id()))))))
                .size(MOST)
                .trackTotalHits(t -> t.enabled(false)));
        return elastic.ask("contributors", client -> client.search(owned, ContributorDocument.class))
                .map(answer -> answer.hits().hits().stream()
                        .map(hit -> Objects.requireNonNull(
                                        Objects.requireNonNull(hit.source()).contributor())
                                .id())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
