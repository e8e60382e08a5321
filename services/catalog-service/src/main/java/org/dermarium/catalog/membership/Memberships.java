package org.dermarium.catalog.membership;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dermarium.events.Membership;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.dermarium.store.R2dbcValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the other services know of the collections of each image. Numbers the changes of each image under a row lock, reads
 * what is true then, and puts it in the outbox.
 */
@Repository
public class Memberships {

    private static final int CHUNK = 2_000;

    /** Sorted, so that two transactions that change the same images wait for each other and do not deadlock. */
    private static final String NUMBER = """
            insert into membership (isic_id, version) select id, 1 from unnest(:ids::text[]) id order by id
            on conflict (isic_id) do update set version = membership.version + 1""";

    private static final String STATE = """
            select n.isic_id, n.version,
                   array(select m.collection from collection_image m where m.isic_id = n.isic_id) as collections,
                   array(select s.grantee from collection_image m join collection_share s on s.collection = m.collection
                         where m.isic_id = n.isic_id) as shared_with
            from membership n where n.isic_id = any(:ids) order by n.isic_id""";

    private final DatabaseClient db;
    private final Outbox outbox;

    Memberships(DatabaseClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /**
     * Publishes, in the surrounding transaction, in which collections these images are now and who may see them through
     * those. To be called after the change itself: images changed by two transactions at once are then published in the
     * order in which they commit.
     */
    public Mono<Void> changed(Collection<String> isicIds) {
        return Flux.fromIterable(new TreeSet<>(isicIds))
                .buffer(CHUNK)
                .concatMap(this::publish)
                .then();
    }

    /** The public ids of all images in a collection. */
    public Mono<List<String>> imagesOf(long collection) {
        return db.sql("select isic_id from collection_image where collection = :collection")
                .bind("collection", collection)
                .mapValue(String.class)
                .all()
                .collectList();
    }

    private Mono<Void> publish(List<String> isicIds) {
        String[] ids = isicIds.toArray(String[]::new);
        return db.sql(NUMBER)
                .bind("ids", ids)
                .then()
                .then(Mono.defer(() -> db.sql(STATE)
                        .bind("ids", ids)
                        .map(Memberships::read)
                        .all()
                        .collectList()))
                .flatMap(states -> outbox.appendAll(EventType.MEMBERSHIP_CHANGED, states));
    }

    private static Membership read(Readable row) {
        return new Membership(
                R2dbcValues.text(row, "isic_id"),
                R2dbcValues.number(row, "version"),
                ids(row, "collections"),
                ids(row, "shared_with"));
    }

    private static SortedSet<Long> ids(Readable row, String column) {
        return new TreeSet<>(Arrays.asList(R2dbcValues.get(row, column, Long[].class)));
    }
}
