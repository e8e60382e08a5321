package org.dermarium.challenge.member;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.events.Aggregate;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Images, their memberships and collections in PostgreSQL, many in one statement; the newest version stays. */
@Repository
public class R2dbcImageSets implements ImageSets {

    private static final String MERGE_IMAGES = """
            insert into image (id, version, isic_id, visibility)
            select * from unnest(:ids::bigint[], :versions::bigint[], :isic_ids::text[], :visibilities::text[])
            on conflict (id) do update
              set version = excluded.version, isic_id = excluded.isic_id, visibility = excluded.visibility
              where image.version < excluded.version""";

    private static final String MERGE_MEMBERSHIPS = """
            insert into membership (isic_id, version, collections)
            select id, version, string_to_array(list, ',')::bigint[]
            from unnest(:ids::text[], :versions::bigint[], :lists::text[]) news(id, version, list)
            on conflict (isic_id) do update set version = excluded.version, collections = excluded.collections
              where membership.version < excluded.version""";

    private static final String MERGE_COLLECTIONS = """
            insert into collection (id, version, name, deleted)
            select * from unnest(:ids::bigint[], :versions::bigint[], :names::text[], :deleted::boolean[])
            on conflict (id) do update
              set version = excluded.version, name = excluded.name, deleted = excluded.deleted
              where collection.version < excluded.version""";

    private final DatabaseClient db;

    R2dbcImageSets(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<String> nameOf(long collection) {
        return db.sql("select name from collection where id = :id and not deleted")
                .bind("id", collection)
                .mapValue(String.class)
                .one();
    }

    @Override
    public Mono<List<String>> membersOf(long collection) {
        return db.sql("""
                        select m.isic_id from membership m join image i on i.isic_id = m.isic_id
                        where m.collections @> array[cast(:id as bigint)] and i.visibility in ('public', 'embargoed')
                        order by 1""").bind("id", collection).mapValue(String.class).all().collectList();
    }

    /** Images without a public id can be in no collection and are not kept. */
    public Mono<Void> mergeImages(Collection<Image> states) {
        List<Image> images =
                newest(states.stream().filter(i -> i.isicId() != null).toList(), Image::id);
        return db.sql(MERGE_IMAGES)
                .bind("ids", images.stream().map(Image::id).toArray(Long[]::new))
                .bind("versions", images.stream().map(Image::version).toArray(Long[]::new))
                .bind(
                        "isic_ids",
                        images.stream()
                                .map(i -> Objects.requireNonNull(i.isicId()))
                                .toArray(String[]::new))
                .bind(
                        "visibilities",
                        images.stream()
                                .map(i -> i.visibility().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .then();
    }

    public Mono<Void> mergeMemberships(Collection<Membership> states) {
        List<Membership> memberships = newest(states, Membership::isicId);
        return db.sql(MERGE_MEMBERSHIPS)
                .bind("ids", memberships.stream().map(Membership::isicId).toArray(String[]::new))
                .bind("versions", memberships.stream().map(Membership::version).toArray(Long[]::new))
                .bind(
                        "lists",
                        memberships.stream()
                                .map(m -> m.collections().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(",")))
                                .toArray(String[]::new))
                .then();
    }

    public Mono<Void> mergeCollections(Collection<org.dermarium.events.Collection> states) {
        var collections = newest(states, org.dermarium.events.Collection::id);
        return db.sql(MERGE_COLLECTIONS)
                .bind(
                        "ids",
                        collections.stream()
                                .map(org.dermarium.events.Collection::id)
                                .toArray(Long[]::new))
                .bind(
                        "versions",
                        collections.stream()
                                .map(org.dermarium.events.Collection::version)
                                .toArray(Long[]::new))
                .bind(
                        "names",
                        collections.stream()
                                .map(org.dermarium.events.Collection::name)
                                .toArray(String[]::new))
                .bind(
                        "deleted",
                        collections.stream()
                                .map(org.dermarium.events.Collection::deleted)
                                .toArray(Boolean[]::new))
                .then();
    }

    /** One statement cannot change a row twice. */
    static <A extends Aggregate, K> List<A> newest(Collection<A> states, Function<A, K> key) {
        BinaryOperator<A> later = (a, b) -> b.version() > a.version() ? b : a;
        return List.copyOf(states.stream()
                .collect(Collectors.toMap(key, Function.identity(), later, TreeMap::new))
                .values());
    }
}
