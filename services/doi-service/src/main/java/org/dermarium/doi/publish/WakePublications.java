package org.dermarium.doi.publish;

import java.util.List;
import org.dermarium.doi.dois.Dois;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Wakes the publications that wait for news. Call in the transaction that writes the news. */
@Repository
class WakePublications {

    private static final String PUBLISHING = """
            select d.doi from doi d join publication p on p.doi = d.doi
            where d.state = 'publishing' and p.step in
            """;

    private static final String OF_COLLECTIONS = PUBLISHING + "('lock', 'open') and d.collection = any(:ids)";

    private static final String OF_MEMBERS = PUBLISHING + """
            ('lock', 'release') and exists (
              select from membership m where m.isic_id = any(:ids) and m.collections @> array[d.collection])""";

    /** An image that has left a collection is no member any more, so all that wait for members look. */
    private static final String OF_ANY_MEMBERS = PUBLISHING + "('lock')";

    private final DatabaseClient db;
    private final WorkQueue dois;

    WakePublications(DatabaseClient db, WorkQueues queues) {
        this.db = db;
        this.dois = queues.named(Dois.QUEUE);
    }

    Mono<Void> heardOfCollections(List<Collection> news) {
        return wake(db.sql(OF_COLLECTIONS)
                .bind("ids", news.stream().map(Collection::id).toArray(Long[]::new)));
    }

    Mono<Void> heardOfImages(List<Image> news) {
        return wake(
                db.sql(OF_MEMBERS).bind("ids", news.stream().map(Image::isicId).toArray(String[]::new)));
    }

    Mono<Void> heardOfMemberships() {
        return wake(db.sql(OF_ANY_MEMBERS));
    }

    private Mono<Void> wake(GenericExecuteSpec waiting) {
        return waiting.mapValue(String.class)
                .all()
                .collectList()
                .flatMap(dois::wakeAll)
                .then();
    }
}
