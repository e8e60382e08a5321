package org.dermarium.ingest.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dermarium.ingest.accession.Watch;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.store.Blocking;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lifts embargoes. Releasing what is public already does no harm. */
@Service
class ReleaseImages {

    static final Pattern ISIC_ID = Pattern.compile("ISIC_\\d{7}");

    private static final int BATCH = 100;

    private final Publications publications;
    private final PublicFiles files;
    private final Watch watch;
    private final Wakes wakes;

    ReleaseImages(Publications publications, PublicFiles files, Watch watch, Wakes wakes) {
        this.publications = publications;
        this.files = files;
        this.watch = watch;
        this.wakes = wakes;
    }

    /**
     * @param released are public now
     * @param unknown are no published images, or withdrawn ones
     */
    record Released(List<String> released, List<String> unknown) {}

    Mono<Released> release(List<String> isicIds) {
        var wanted = new LinkedHashSet<>(isicIds);
        var ids = wanted.stream().filter(id -> ISIC_ID.matcher(id).matches()).toList();
        return publications
                .embargoed(ids)
                .flatMapMany(Flux::fromIterable)
                .buffer(BATCH)
                .concatMap(batch -> Blocking.call(() -> files.copy(batch)).flatMap(publications::release))
                .doOnNext(watch::changed)
                .then(Mono.defer(() -> publications.alreadyPublic(ids)))
                .map(released -> sorted(wanted, Set.copyOf(released)))
                .doOnNext(done -> wakes.wake(Queue.REMOVALS));
    }

    private static Released sorted(Set<String> wanted, Set<String> isPublic) {
        List<String> released = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        wanted.forEach(id -> (isPublic.contains(id) ? released : unknown).add(id));
        return new Released(released, unknown);
    }
}
