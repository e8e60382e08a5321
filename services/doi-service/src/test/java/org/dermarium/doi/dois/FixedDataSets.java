package org.dermarium.doi.dois;

import java.util.List;
import java.util.function.Predicate;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Data sets that are given; drafts are staff's. */
public final class FixedDataSets extends DataSets {

    private final List<DataSet> all;

    @SuppressWarnings("NullAway") // No store is asked.
    public FixedDataSets(List<DataSet> all) {
        super(null, null, null);
        this.all = all;
    }

    @Override
    public Mono<DataSet> visible(Caller caller, String doi) {
        return find(caller, dataSet -> dataSet.doi().equals(doi));
    }

    @Override
    public Mono<DataSet> bySlug(Caller caller, String slug) {
        return find(caller, dataSet -> dataSet.slug().equals(slug));
    }

    @Override
    public Flux<DataSet> published() {
        return Flux.fromIterable(all).filter(DataSet::isPublished);
    }

    private Mono<DataSet> find(Caller caller, Predicate<DataSet> wanted) {
        return Flux.fromIterable(all)
                .filter(wanted)
                .filter(dataSet -> dataSet.isPublished() || caller.isStaff())
                .next()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
