package org.dermarium.catalog.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dermarium.catalog.collection.SqlCollections;
import org.dermarium.catalog.membership.Memberships;
import org.dermarium.events.EventType;
import org.dermarium.events.Image;
import org.dermarium.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Magic collections in PostgreSQL, one to a cohort. */
@Component
class R2dbcMagicCollections implements MagicCollections {

    private static final String MAKE = """
            insert into collection (name, creator, locked, cohort, named_at) values (:name, 0, true, :cohort, :named)
            on conflict (cohort) do nothing""";

    private static final String NAME = """
            update collection set name = :name, named_at = :named
            where cohort = :cohort and named_at < :named and name <> :name""";

    private static final String ADD = """
            insert into collection_image (collection, isic_id)
            select c.id, unnest(:ids::text[]) from collection c where c.cohort = :cohort
            on conflict do nothing returning isic_id""";

    private static final String PUBLISH = """
            update collection c set version = c.version + 1, changed_at = clock_timestamp(),
                   image_count = (select count(*) from collection_image m where m.collection = c.id)
            where c.cohort = :cohort returning\s""" + SqlCollections.COLUMNS;

    private final DatabaseClient db;
    private final Memberships memberships;
    private final Outbox outbox;

    R2dbcMagicCollections(DatabaseClient db, Memberships memberships, Outbox outbox) {
        this.db = db;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> take(List<Image> images) {
        Map<Long, List<Image>> byCohort = new TreeMap<>();
        images.stream()
                .filter(Image::isListed)
                .forEach(i -> byCohort.computeIfAbsent(i.cohort().id(), c -> new ArrayList<>())
                        .add(i));
        return Flux.fromIterable(byCohort.entrySet())
                .concatMap(e -> take(e.getKey(), e.getValue()))
                .then();
    }

    private Mono<Void> take(long cohort, List<Image> images) {
        Image latest =
                images.stream().max(Comparator.comparing(Image::changedAt)).orElseThrow();
        Mono<Long> made = named(MAKE, cohort, latest);
        Mono<Long> renamed = named(NAME, cohort, latest);
        return made.flatMap(m -> renamed.flatMap(r -> added(cohort, images)
                .flatMap(a -> m + r + a == 0
                        ? Mono.empty()
                        : publish(cohort, m > 0 ? EventType.COLLECTION_CREATED : EventType.COLLECTION_CHANGED))));
    }

    private Mono<Long> named(String sql, long cohort, Image latest) {
        Instant at = latest.changedAt();
        return db.sql(sql)
                .bind("cohort", cohort)
                .bind("name", "Publish of " + latest.cohort().name())
                .bind("named", at)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Integer> added(long cohort, List<Image> images) {
        return db.sql(ADD)
                .bind("cohort", cohort)
                .bind(
                        "ids",
                        images.stream()
                                .map(i -> Objects.requireNonNull(i.isicId()))
                                .toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collectList()
                .flatMap(ids -> memberships.changed(ids).thenReturn(ids.size()));
    }

    private Mono<Void> publish(long cohort, EventType type) {
        return db.sql(PUBLISH)
                .bind("cohort", cohort)
                .map(SqlCollections::read)
                .one()
                .flatMap(collection -> outbox.append(type, collection));
    }
}
