package org.dermarium.doi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.release.FreezeOrder;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Builds nothing; a release is frozen when the test says so. */
public final class RememberedReleases implements Releases {

    private static final long BYTES = 1_000;

    private final Map<String, FreezeOrder> orders = new ConcurrentHashMap<>();
    private final Map<String, Release> releases = new ConcurrentHashMap<>();
    private volatile @Nullable WorkQueue publications;

    /** Wakes what waits for releases there. */
    public RememberedReleases wake(WorkQueues queues) {
        publications = queues.named(Dois.QUEUE);
        return this;
    }

    private void wake(String doi) {
        Objects.requireNonNull(publications).wakeAll(List.of(doi)).block();
    }

    public Map<String, FreezeOrder> orders() {
        return orders;
    }

    public void freeze(String doi) {
        FreezeOrder order = orders.get(doi);
        String folder = "dois/" + doi.replace('/', '-') + "/";
        var bundle = new DataFile(
                DataFile.Kind.BUNDLE,
                order.slug() + ".zip",
                "Images and metadata",
                BYTES,
                "ab".repeat(32),
                "application/zip",
                folder + order.slug() + ".zip");
        releases.put(doi, new Release(doi, Release.State.FROZEN, BYTES, BYTES, List.of(bundle), null));
        wake(doi);
    }

    @Override
    public Mono<Void> order(FreezeOrder order) {
        return Mono.fromRunnable(() -> {
            orders.putIfAbsent(order.doi(), order);
            releases.putIfAbsent(
                    order.doi(), new Release(order.doi(), Release.State.BUILDING, 10, BYTES, List.of(), null));
        });
    }

    @Override
    public Mono<Boolean> giveUp(String doi) {
        return Mono.fromSupplier(() -> {
            Release release = releases.get(doi);
            if (release != null && release.state() == Release.State.FROZEN) {
                return false;
            }
            orders.remove(doi);
            releases.remove(doi);
            return true;
        });
    }

    @Override
    public Mono<Void> discard(String doi) {
        return giveUp(doi).then();
    }

    /** Says that no files can be made of it. */
    public void end(String doi, String problem) {
        releases.put(doi, new Release(doi, Release.State.ENDED, 0, BYTES, List.of(), problem));
        wake(doi);
    }

    @Override
    public Mono<Release> of(String doi) {
        return Mono.justOrEmpty(releases.get(doi));
    }
}
