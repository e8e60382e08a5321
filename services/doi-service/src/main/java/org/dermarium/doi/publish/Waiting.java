package org.dermarium.doi.publish;

import java.util.Collection;
import java.util.List;
import org.dermarium.doi.work.Work;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Wakes the publications that wait for news. Call in the transaction that writes the news; when it gives back more than
 * 0, wake the loops after the commit.
 */
@Repository
public class Waiting {

    private static final String PUBLISHING = """
            select d.doi from doi d join publication p on p.doi = d.doi
            where d.state = 'publishing' and p.step in\s""";

    private final DatabaseClient db;
    private final Work work;

    Waiting(DatabaseClient db, Work work) {
        this.db = db;
        this.work = work;
    }

    public Mono<Long> heardOfCollections(Collection<Long> ids) {
        return wake(db.sql(PUBLISHING + "('lock', 'open') and d.collection = any(:ids)")
                .bind("ids", ids.toArray(Long[]::new)));
    }

    /** @param isicIds public ids of images whose state is new */
    public Mono<Long> heardOfImages(Collection<String> isicIds) {
        String ofMembers = """
                ('lock', 'release')
                and exists (select from member m where m.collection = d.collection and m.isic_id = any(:ids))""";
        return wake(db.sql(PUBLISHING + ofMembers).bind("ids", isicIds.toArray(String[]::new)));
    }

    /** An image that has left a collection is no member any more, so all that wait for members look. */
    public Mono<Long> heardOfMemberships() {
        return wake(db.sql(PUBLISHING + "('lock')"));
    }

    public Mono<Long> frozen(String doi) {
        return work.dueAll(List.of(doi));
    }

    private Mono<Long> wake(GenericExecuteSpec waiting) {
        return waiting.mapValue(String.class)
                .all()
                .collectList()
                .flatMap(dois -> dois.isEmpty() ? Mono.just(0L) : work.dueAll(dois));
    }
}
