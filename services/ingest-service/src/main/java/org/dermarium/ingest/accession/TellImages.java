package org.dermarium.ingest.accession;

import java.util.Collection;
import java.util.List;
import org.dermarium.events.EventType;
import org.dermarium.outbox.Outbox;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes the new state of accessions into the outbox, in the caller's transaction. */
@Service
public class TellImages {

    private final Accessions accessions;
    private final Outbox outbox;

    TellImages(Accessions accessions, Outbox outbox) {
        this.accessions = accessions;
        this.outbox = outbox;
    }

    /**
     * Tells of those that have a picture; of the others nobody outside knows yet.
     *
     * @return all of them as they are now
     */
    public Mono<List<Accession>> tell(EventType type, Collection<Long> ids) {
        return accessions
                .find(ids)
                .collectList()
                .flatMap(changed -> outbox.appendTraced(
                                type,
                                changed.stream()
                                        .filter(accession -> accession.picture() != null)
                                        .map(accession -> new Outbox.Traced(accession.image(), accession.traceparent()))
                                        .toList())
                        .thenReturn(changed));
    }
}
