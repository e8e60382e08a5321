package org.dermarium.doi.known;

import static org.dermarium.store.R2dbcValues.flag;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dermarium.doi.dataset.DataSet.Creator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What is known of collections and the images in them. */
@Repository
public class Members {

    private static final String LISTED = "i.visibility in ('public', 'embargoed')";

    /** One pass over the images, however much is asked of them. */
    private static final String SUMMARIES = """
            with listed as materialized (
              select c.collection, coalesce(nullif(btrim(i.attribution), ''), :anonymous) as attribution,
                     btrim(i.license) as license, i.lesion, i.patient, i.year
              from unnest(:collections::bigint[]) as c(collection)
                join membership m on m.collections @> array[c.collection] join image i on i.isic_id = m.isic_id
              where %s)
            select collection, 'creator' as what, attribution as name, count(*) as n from listed group by 1, 3
            union all select collection, 'license', license, count(*) from listed group by 1, 3
            union all select collection, 'images', '', count(*) from listed group by 1
            union all select collection, 'lesions', '', count(distinct lesion) from listed group by 1
            union all select collection, 'patients', '', count(distinct patient) from listed group by 1
            union all select collection, 'year', '', max(year) from listed group by 1""".formatted(LISTED);

    private static final String HEARD = """
            select encode(sha256(convert_to(coalesce(string_agg(m.isic_id || chr(10), '' order by m.isic_id), ''), 'UTF8')),
                          'hex') as digest,
                   count(*) filter (where i.id is null) as unknown
            from membership m left join image i on i.isic_id = m.isic_id
            where m.collections @> array[:collection::bigint]""";

    private static final String OBSTACLES = """
            with listed as materialized (
              select i.isic_id, btrim(i.license) = '' as unlicensed,
                     i.visibility = 'embargoed' and not exists (
                       select from contributor o where o.id = i.contributor and o.owners @> array[c.creator]) as is_foreign
              from collection c join membership m on m.collections @> array[c.id] join image i on i.isic_id = m.isic_id
              where c.id = :collection and %s)
            select (select count(*) from listed) as images,
                   (select count(*) from listed where unlicensed) as unlicensed_count,
                   array(select isic_id from listed where unlicensed order by isic_id limit 10) as unlicensed,
                   (select count(*) from listed where is_foreign) as foreign_count,
                   array(select isic_id from listed where is_foreign order by isic_id limit 10) as foreigners""".formatted(LISTED);

    private static final String IDS = """
            select m.isic_id from membership m join image i on i.isic_id = m.isic_id
            where m.collections @> array[:id::bigint] and %s order by m.isic_id""".formatted(LISTED);

    private static final String EMBARGOED = """
            select count(*) from membership m join image i on i.isic_id = m.isic_id
            where m.collections @> array[:collection::bigint] and i.visibility = 'embargoed'""";

    private final DatabaseClient db;

    Members(DatabaseClient db) {
        this.db = db;
    }

    /** The collection, or empty when the catalogue has told of none or of its end. */
    public Mono<KnownCollection> collection(long id) {
        return db.sql("select * from collection where id = :id and not deleted")
                .bind("id", id)
                .map(Members::known)
                .one();
    }

    /** For each of the collections with images. */
    public Mono<Map<Long, Summary>> summaries(Collection<Long> collections) {
        return db.sql(SUMMARIES)
                .bind("collections", collections.toArray(Long[]::new))
                .bind("anonymous", Creator.ANONYMOUS)
                .map(row -> new Tally.Entry(
                        number(row, "collection"), text(row, "what"), text(row, "name"), number(row, "n")))
                .all()
                .collectList()
                .map(Tally::summaries);
    }

    /** Public ids of its images, withdrawn ones left out, in order. */
    public Mono<List<String>> ids(long collection) {
        return db.sql(IDS).bind("id", collection).mapValue(String.class).all().collectList();
    }

    /** How far we have heard of all members. */
    public Mono<Heard> heard(long collection) {
        return db.sql(HEARD)
                .bind("collection", collection)
                .map(row -> new Heard(text(row, "digest"), number(row, "unknown")))
                .one();
    }

    /** What stands in the way of a DOI. */
    public Mono<Obstacles> obstacles(long collection) {
        return db.sql(OBSTACLES)
                .bind("collection", collection)
                .map(row -> new Obstacles(
                        number(row, "images"),
                        some(row, "unlicensed", "unlicensed_count"),
                        some(row, "foreigners", "foreign_count")))
                .one();
    }

    /** Members under embargo. */
    public Mono<Long> embargoed(long collection) {
        return db.sql(EMBARGOED)
                .bind("collection", collection)
                .mapValue(Long.class)
                .one();
    }

    private static KnownCollection known(Readable row) {
        return new KnownCollection(
                number(row, "id"),
                text(row, "name"),
                flag(row, "public"),
                flag(row, "locked"),
                flag(row, "magic"),
                number(row, "creator"),
                Set.of(get(row, "shared_with", Long[].class)),
                row.get("members_sha256", String.class));
    }

    private static Some some(Readable row, String ids, String count) {
        return new Some(Arrays.asList(get(row, ids, String[].class)), number(row, count));
    }

    /**
     * @param membersSha256 SHA-256 of the public ids of all members we know, sorted, each followed by a line feed
     * @param unknown members of whose image no event has come yet
     */
    public record Heard(String membersSha256, long unknown) {}

    /**
     * @param images how many there are
     * @param withoutLicense public ids
     * @param foreign public ids of embargoed images whose contributors the collection's creator does not own
     */
    public record Obstacles(long images, Some withoutLicense, Some foreign) {}

    /**
     * The first of many.
     *
     * @param first at most ten
     */
    public record Some(List<String> first, long count) {

        /** As in {@code ISIC_0000001, ISIC_0000002 and 7 more}. */
        public String text() {
            String names = String.join(", ", first);
            return count > first.size() ? names + " and " + (count - first.size()) + " more" : names;
        }
    }
}
