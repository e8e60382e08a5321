package org.dermarium.ingest.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dermarium.blobs.ledger.ObjectGone;
import org.dermarium.loop.Blocking;
import org.dermarium.web.Refusal;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Lifts embargoes. Releasing what is public already does no harm. */
@Service
class ReleaseImages {

    static final Pattern ISIC_ID = Pattern.compile("ISIC_\\d{7}");

    private static final int BATCH = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;

    private final PublishedImages images;
    private final PublicFiles files;

    ReleaseImages(PublishedImages images, PublicFiles files) {
        this.images = images;
        this.files = files;
    }

    /**
     * @param released are public now
     * @param unknown are no published images, or withdrawn ones
     */
    record Released(List<String> released, List<String> unknown) {}

    Mono<Released> release(List<String> isicIds) {
        var wanted = new LinkedHashSet<>(isicIds);
        var ids = wanted.stream().filter(id -> ISIC_ID.matcher(id).matches()).toList();
        return images.embargoed(ids)
                .flatMapMany(Flux::fromIterable)
                .buffer(BATCH)
                .concatMap(batch -> Blocking.call(() -> files.copy(batch))
                        .retryWhen(whileOlderFilesAreRemoved())
                        .flatMap(images::release))
                .then(Mono.defer(() -> images.alreadyPublic(ids)))
                .map(released -> sorted(wanted, Set.copyOf(released)));
    }

    private static Retry whileOlderFilesAreRemoved() {
        return Retry.fixedDelay(ATTEMPTS, PAUSE)
                .filter(ObjectGone.class::isInstance)
                .onRetryExhaustedThrow((retry, last) -> Refusal.unavailable(PAUSE));
    }

    private static Released sorted(Set<String> wanted, Set<String> isPublic) {
        List<String> released = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        wanted.forEach(id -> (isPublic.contains(id) ? released : unknown).add(id));
        return new Released(released, unknown);
    }
}
