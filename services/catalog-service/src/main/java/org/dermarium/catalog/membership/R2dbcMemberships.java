package org.dermarium.catalog.membership;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dermarium.events.EventType;
import org.dermarium.events.Membership;
import org.dermarium.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Numbers the changes of each image under a row lock, reads what is true then, and puts it in the outbox. */
@Component
class R2dbcMemberships implements Memberships {

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

    R2dbcMemberships(DatabaseClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> changed(Collection<String> isicIds) {
        return Flux.fromIterable(new TreeSet<>(isicIds))
                .buffer(CHUNK)
                .concatMap(this::publish)
                .then();
    }

    @Override
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
                        .map(R2dbcMemberships::read)
                        .all()
                        .collectList()))
                .flatMap(states -> outbox.appendAll(EventType.MEMBERSHIP_CHANGED, states));
    }

    private static Membership read(Readable row) {
        return new Membership(
                Objects.requireNonNull(row.get("isic_id", String.class)),
                Objects.requireNonNull(row.get("version", Long.class)),
                ids(row, "collections"),
                ids(row, "shared_with"));
    }

    private static SortedSet<Long> ids(Readable row, String column) {
        return new TreeSet<>(Arrays.asList(Objects.requireNonNull(row.get(column, Long[].class))));
    }
}
