package org.dermarium.ingest.accession;

import java.util.Collection;
import java.util.List;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Publishes the new state of accessions through the outbox, in the caller's transaction. */
@Service
public class ImageEvents {

    private final Accessions accessions;
    private final Outbox outbox;

    ImageEvents(Accessions accessions, Outbox outbox) {
        this.accessions = accessions;
        this.outbox = outbox;
    }

    /**
     * An event for each of those that have a picture; the others are known to nobody outside yet.
     *
     * @return all of them as they are now
     */
    public Mono<List<Accession>> append(EventType type, Collection<Long> ids) {
        return accessions
                .find(ids)
                .collectList()
                .flatMap(changed -> outbox.appendTraced(
                                type,
                                changed.stream()
                                        .filter(accession -> accession.picture() != null)
                                        .toList(),
                                Accession::image,
                                Accession::traceparent)
                        .thenReturn(changed));
    }
}
