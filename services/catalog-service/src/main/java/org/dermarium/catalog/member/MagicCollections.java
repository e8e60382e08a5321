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
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The private, locked collection that the archive keeps of the published images of each cohort. */
@Repository
public class MagicCollections {

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
                   image_count = c.image_count + :added
            where c.cohort = :cohort returning\s""" + SqlCollections.COLUMNS;

    private final DatabaseClient db;
    private final Memberships memberships;
    private final Outbox outbox;

    MagicCollections(DatabaseClient db, Memberships memberships, Outbox outbox) {
        this.db = db;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    /**
     * Makes the collections that these images need, names them as their cohorts are named now, and adds the images that
     * are published and not in them yet. Repeating it changes nothing. Joins the caller's transaction.
     */
    public Mono<Void> take(List<Image> images) {
        Map<Long, List<Image>> byCohort = new TreeMap<>();
        images.stream()
                .filter(Image::isListed)
                .forEach(i -> byCohort.computeIfAbsent(i.cohort().id(), c -> new ArrayList<>())
                        .add(i));
        return Flux.fromIterable(byCohort.entrySet())
                .concatMap(e -> change(e.getKey(), e.getValue()))
                .filter(Change::isOne)
                .collectList()
                .flatMap(this::publish);
    }

    /** @param isicIds of the images added */
    private record Change(long cohort, boolean made, boolean renamed, List<String> isicIds) {

        boolean isOne() {
            return made || renamed || !isicIds.isEmpty();
        }
    }

    private Mono<Change> change(long cohort, List<Image> images) {
        Image latest =
                images.stream().max(Comparator.comparing(Image::changedAt)).orElseThrow();
        return named(MAKE, cohort, latest)
                .flatMap(made -> named(NAME, cohort, latest)
                        .flatMap(renamed ->
                                added(cohort, images).map(ids -> new Change(cohort, made > 0, renamed > 0, ids))));
    }

    /** The images of all cohorts at once, so that they are locked in one order. */
    private Mono<Void> publish(List<Change> changes) {
        List<String> isicIds = changes.stream().flatMap(c -> c.isicIds.stream()).toList();
        return memberships
                .changed(isicIds)
                .thenMany(Flux.fromIterable(changes).concatMap(this::publish))
                .then();
    }

    private Mono<Void> publish(Change change) {
        return db.sql(PUBLISH)
                .bind("cohort", change.cohort)
                .bind("added", change.isicIds.size())
                .map(SqlCollections::read)
                .one()
                .flatMap(collection -> outbox.append(
                        change.made ? EventType.COLLECTION_CREATED : EventType.COLLECTION_CHANGED, collection));
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

    private Mono<List<String>> added(long cohort, List<Image> images) {
        return db.sql(ADD)
                .bind("cohort", cohort)
                .bind(
                        "ids",
                        images.stream()
                                .map(i -> Objects.requireNonNull(i.isicId()))
                                .toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collectList();
    }
}
