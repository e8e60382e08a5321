package org.dermarium.doi.member;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.events.Aggregate;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes states from the bus, many in one statement; the newest version stays. */
@Repository
public class R2dbcReadModel {

    private static final String IMAGES = """
            insert into image (id, version, isic_id, visibility, license, attribution, owners, lesion, patient, year)
            select id, version, isic_id, visibility, license, attribution, owners::bigint[], lesion, patient, year
            from unnest(:ids::bigint[], :versions::bigint[], :isicIds::text[], :visibilities::text[], :licenses::text[],
                        :attributions::text[], :owners::text[], :lesions::text[], :patients::text[], :years::smallint[])
              as news (id, version, isic_id, visibility, license, attribution, owners, lesion, patient, year)
            on conflict (id) do update
              set version = excluded.version, isic_id = excluded.isic_id, visibility = excluded.visibility,
                  license = excluded.license, attribution = excluded.attribution, owners = excluded.owners,
                  lesion = excluded.lesion, patient = excluded.patient, year = excluded.year
              where image.version < excluded.version""";

    private static final String COLLECTIONS = """
            insert into collection (id, version, name, public, locked, magic, deleted, creator, shared_with, members_sha256)
            select id, version, name, public, locked, magic, deleted, creator, shared::bigint[], members
            from unnest(:ids::bigint[], :versions::bigint[], :names::text[], :publics::boolean[], :locked::boolean[],
                        :magic::boolean[], :deleted::boolean[], :creators::bigint[], :shared::text[], :members::text[])
              as news (id, version, name, public, locked, magic, deleted, creator, shared, members)
            on conflict (id) do update
              set version = excluded.version, name = excluded.name, public = excluded.public, locked = excluded.locked,
                  magic = excluded.magic, deleted = excluded.deleted, creator = excluded.creator,
                  shared_with = excluded.shared_with, members_sha256 = excluded.members_sha256
              where collection.version < excluded.version""";

    private static final String MEMBERSHIPS = """
            insert into membership (isic_id, version) select * from unnest(:ids::text[], :versions::bigint[])
            on conflict (isic_id) do update set version = excluded.version where membership.version < excluded.version
            returning isic_id""";

    /** Rows that stay are left alone: most news of a membership is of one collection among several. */
    private static final String MEMBERS = """
            with news as (select * from unnest(:ids::text[], :collections::bigint[]) as n (isic_id, collection)),
                 gone as (delete from member m where m.isic_id = any(:changed)
                          and not exists (select from news n where n.isic_id = m.isic_id and n.collection = m.collection))
            insert into member (isic_id, collection) select isic_id, collection from news on conflict do nothing""";

    private final DatabaseClient db;

    R2dbcReadModel(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> images(List<Image> states) {
        List<Image> news = newest(states, Image::id).stream()
                .filter(i -> i.isicId() != null)
                .toList();
        return db.sql(IMAGES)
                .bind("ids", column(news, Image::id, Long[]::new))
                .bind("versions", column(news, Image::version, Long[]::new))
                .bind("isicIds", column(news, Image::isicId, String[]::new))
                .bind(
                        "visibilities",
                        column(news, i -> i.visibility().name().toLowerCase(java.util.Locale.ROOT), String[]::new))
                .bind("licenses", column(news, i -> i.license().strip(), String[]::new))
                .bind("attributions", column(news, i -> attribution(i.attribution()), String[]::new))
                .bind("owners", column(news, i -> array(i.contributor().owners()), String[]::new))
                .bind("lesions", column(news, i -> i.metadata().text("lesion_id"), String[]::new))
                .bind("patients", column(news, i -> i.metadata().text("patient_id"), String[]::new))
                .bind("years", column(news, R2dbcReadModel::year, Short[]::new))
                .then();
    }

    public Mono<Void> collections(List<Collection> states) {
        List<Collection> news = newest(states, Collection::id);
        return db.sql(COLLECTIONS)
                .bind("ids", column(news, Collection::id, Long[]::new))
                .bind("versions", column(news, Collection::version, Long[]::new))
                .bind("names", column(news, Collection::name, String[]::new))
                .bind("publics", column(news, Collection::isPublic, Boolean[]::new))
                .bind("locked", column(news, Collection::locked, Boolean[]::new))
                .bind("magic", column(news, Collection::magic, Boolean[]::new))
                .bind("deleted", column(news, Collection::deleted, Boolean[]::new))
                .bind("creators", column(news, Collection::creator, Long[]::new))
                .bind("shared", column(news, c -> array(c.sharedWith()), String[]::new))
                .bind("members", column(news, Collection::membersSha256, String[]::new))
                .then();
    }

    /** Two statements: call it in a transaction. */
    public Mono<Void> memberships(List<Membership> states) {
        Map<String, Membership> news =
                newest(states, Membership::isicId).stream().collect(Collectors.toMap(Membership::isicId, m -> m));
        List<Membership> sorted = news.values().stream()
                .sorted(java.util.Comparator.comparing(Membership::isicId))
                .toList();
        return db.sql(MEMBERSHIPS)
                .bind("ids", column(sorted, Membership::isicId, String[]::new))
                .bind("versions", column(sorted, Membership::version, Long[]::new))
                .mapValue(String.class)
                .all()
                .collectList()
                .flatMap(changed -> members(changed, news));
    }

    private Mono<Void> members(List<String> changed, Map<String, Membership> news) {
        List<String> ids = new ArrayList<>();
        List<Long> collections = new ArrayList<>();
        changed.forEach(id -> Objects.requireNonNull(news.get(id)).collections().forEach(collection -> {
            ids.add(id);
            collections.add(collection);
        }));
        return db.sql(MEMBERS)
                .bind("changed", changed.toArray(String[]::new))
                .bind("ids", ids.toArray(String[]::new))
                .bind("collections", collections.toArray(Long[]::new))
                .then();
    }

    private static <A extends Aggregate> List<A> newest(List<A> states, Function<A, Object> id) {
        Map<Object, A> newest = new LinkedHashMap<>();
        states.forEach(s -> newest.merge(id.apply(s), s, (a, b) -> b.version() > a.version() ? b : a));
        return List.copyOf(newest.values());
    }

    private static <A, T> T[] column(
            List<A> rows, Function<A, @Nullable T> value, java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** Arrays of arrays must have equal lengths; text need not. */
    private static String array(java.util.Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String attribution(String given) {
        return given.isBlank() ? org.dermarium.doi.dataset.DataSet.Creator.ANONYMOUS : given.strip();
    }

    private static Short year(Image image) {
        return (short) image.uploadedAt().atOffset(ZoneOffset.UTC).getYear();
    }
}
