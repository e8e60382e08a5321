package org.dermarium.catalog.metadata;

import org.dermarium.catalog.image.Images;
import org.dermarium.catalog.image.Scope;
import org.dermarium.events.Image;
import org.dermarium.loop.Blocking;
import org.dermarium.web.WhileAllowed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes snapshots: one statement of the database each, so that one moment is seen, and no connection is held after. */
@Component
public class Snapshots {

    private static final int AHEAD = 512;

    private final Images images;

    Snapshots(Images images) {
        this.images = images;
    }

    /** Who takes the snapshot closes it. */
    public Mono<Snapshot> take(Scope scope) {
        return Mono.fromCallable(SnapshotWriter::new)
                .subscribeOn(Blocking.SCHEDULER)
                .flatMap(writer -> write(images.all(scope).publishOn(Blocking.SCHEDULER, AHEAD), writer));
    }

    /** What is made of a snapshot breaks off when the caller may not see all that is in it any more. */
    public <T> Flux<T> whileAllowed(Scope scope, Snapshot snapshot, Flux<T> made) {
        return whileAllowed(scope, snapshot.guarded(), made);
    }

    <T> Flux<T> whileAllowed(Scope scope, Guarded guarded, Flux<T> made) {
        return WhileAllowed.send(
                made, () -> images.areAllIn(scope, guarded.soFar()).filter(Boolean::booleanValue));
    }

    private static Mono<Snapshot> write(Flux<Image> found, SnapshotWriter writer) {
        return found.doOnNext(writer::add)
                .then(Mono.fromCallable(writer::finish))
                .doOnError(e -> writer.discard())
                .doOnCancel(writer::discard);
    }
}
