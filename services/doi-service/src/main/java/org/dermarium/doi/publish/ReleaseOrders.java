package org.dermarium.doi.publish;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import java.time.Clock;
import java.time.Instant;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Orders to lift embargoes. */
@Repository
public class ReleaseOrders {

    private static final int CHUNK = 1_000;

    private static final String ORDER = """
            with publishing as (select doi from doi where doi = :doi and state = 'publishing' for share)
            insert into release_order (isic_id, version, doi, ordered_at)
            select m.isic_id, 1, :doi, :now
            from publishing cross join membership m join image i on i.isic_id = m.isic_id
            where m.collections @> array[:collection::bigint] and i.visibility = 'embargoed'
              and not exists (select from release_order o
                              where o.isic_id = m.isic_id and o.doi = :doi and o.ordered_at > :since)
            order by m.isic_id limit :chunk
            on conflict (isic_id) do update
              set version = release_order.version + 1, doi = excluded.doi, ordered_at = excluded.ordered_at
            returning isic_id, version""";

    private final DatabaseClient db;
    private final Outbox outbox;
    private final Clock clock;

    ReleaseOrders(DatabaseClient db, Outbox outbox, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * In the caller's transaction: orders the release of some embargoed members that were not ordered since then, and tells the bus.
     *
     * @return how many; 0 when all are ordered
     */
    public Mono<Integer> orderSome(String doi, long collection, Instant since) {
        Instant now = clock.instant();
        return db.sql(ORDER)
                .bind("doi", doi)
                .bind("collection", collection)
                .bind("now", utc(now))
                .bind("since", utc(since))
                .bind("chunk", CHUNK)
                .map(row -> new ReleaseOrder(text(row, "isic_id"), number(row, "version"), doi, now))
                .all()
                .collectList()
                .flatMap(orders ->
                        outbox.appendAll(EventType.RELEASE_ORDERED, orders).thenReturn(orders.size()));
    }
}
