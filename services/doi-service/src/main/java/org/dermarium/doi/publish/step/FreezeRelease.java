package org.dermarium.doi.publish.step;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.known.Members;
import org.dermarium.doi.known.Summary;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.release.FreezeOrder;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.dermarium.doi.work.Held;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has the release built, of the members and with the words of one moment, and waits until it is frozen. */
@Component
class FreezeRelease implements TakeStep {

    private final Members members;
    private final Dois dois;
    private final Releases releases;

    FreezeRelease(Members members, Dois dois, Releases releases) {
        this.members = members;
        this.dois = dois;
        this.releases = releases;
    }

    @Override
    public Step step() {
        return Step.FREEZE;
    }

    @Override
    public Outcome take(Doi doi, Publication publication, Held held) {
        if (doi.frozen() == null) {
            List<String> ids = members.ids(doi.collection()).blockOptional().orElseThrow();
            if (ids.isEmpty()) {
                return new Outcome.Back("All images of the collection were withdrawn.");
            }
            held.write(order(doi, ids));
        }
        Release release = releases.of(doi.name()).block();
        if (release == null) {
            return Outcome.Waits.silently();
        }
        return switch (release.state()) {
            case FROZEN -> new Outcome.Done();
            case ENDED -> new Outcome.Back(Objects.requireNonNullElse(release.problem(), "The files cannot be made."));
            case BUILDING, FAILED -> new Outcome.Waits(release.bytesDone(), release.bytesTotal(), release.problem());
        };
    }

    private Mono<Doi> order(Doi doi, List<String> ids) {
        return members.summaries(Set.of(doi.collection()))
                .map(all -> Objects.requireNonNullElse(all.get(doi.collection()), Summary.EMPTY))
                .flatMap(summary -> dois.freeze(doi.name(), summary))
                .flatMap(frozen -> releases.order(new FreezeOrder(doi.name(), doi.slug(), ids, doi.supplements()))
                        .thenReturn(frozen));
    }
}
