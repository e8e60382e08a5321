package org.dermarium.ingest.ownership;

import java.util.List;
import org.dermarium.ingest.accession.Accession;
import reactor.core.publisher.Mono;

/** Contributors whose images are still to be told anew. */
interface OwnerChanges {

    /** Notes it in the caller's transaction; from the contributor's first image on. */
    Mono<Void> note(long contributor);

    /** Tells the contributor's next images in the caller's transaction; an empty list when all are told. */
    Mono<List<Accession>> tellNext(long contributor, int most);
}
