package org.dermarium.catalog.image;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dermarium.catalog.access.SqlPart;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.events.Image;
import org.dermarium.store.R2dbcValues;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The images of the archive, each method over those only that the caller may see; pages by keyset, never by counting rows. */
@Repository
public class Images {

    /** Rows that the database sends before it waits for the reader. */
    private static final int FETCH = 1_000;

    private static final String PART = "select i.id, i.published_at, i.pin from %s and %s%s limit :offset + :fetch";

    private static final String PAGE = "select " + SqlImages.STATE + ", i.pin from"
            + " (select i.id from %s i%s offset :offset limit :fetch) p join image i on i.id = p.id%2$s";

    private final DatabaseClient db;

    Images(DatabaseClient db) {
        this.db = db;
    }

    /** In the order of publication; with pins, the pinned ones before all others. */
    public Mono<Page<Image>> page(Caller caller, PageRequest request, boolean pinnedFirst) {
        SqlImageOrder order = pinnedFirst ? SqlImageOrder.PINNED : SqlImageOrder.PUBLISHED;
        SqlCondition behind = order.behind(request.cursor());
        String inOrder = " order by " + order.orderBy(request.cursor());
        String union =
                SqlPart.union(SqlVisibility.imageParts(caller), part -> PART.formatted(part, behind.text(), inOrder));
        Mono<List<SqlImageOrder.Row>> rows = db.sql(PAGE.formatted(union, inOrder))
                .bindValues(SqlVisibility.values(caller))
                .bindValues(behind.values())
                .bind("offset", request.cursor().offset())
                .bind("fetch", request.fetch())
                .map(row -> new SqlImageOrder.Row(SqlImages.read(row), R2dbcValues.get(row, "pin", Integer.class)))
                .all()
                .collectList();
        if (!request.wantsCount()) {
            return rows.map(r -> request.page(r, order::position, null).map(SqlImageOrder.Row::image));
        }
        return Mono.zip(
                rows,
                count(caller),
                (r, n) -> request.page(r, order::position, n).map(SqlImageOrder.Row::image));
    }

    /** Empty when there is none, or none for this caller. */
    public Mono<Image> find(Caller caller, String isicId) {
        SqlCondition wanted =
                SqlVisibility.images(caller).and(SqlCondition.of("i.isic_id = :isicId", "isicId", isicId));
        return select(SqlImages.STATE, wanted, "").map(SqlImages::read).one();
    }

    /** Why the image was withdrawn that had been public under this id; empty when none was. */
    public Mono<String> withdrawalReason(String isicId) {
        String reason = "coalesce(i.state ->> 'withdrawnReason', '') as reason";
        String text = "i.isic_id = :isicId and i.visibility = 'withdrawn' and (i.state ->> 'wasPublic')::boolean";
        return select(reason, SqlCondition.of(text, "isicId", isicId), "")
                .mapValue(String.class)
                .one();
    }

    /** All of the scope as they are at one moment, in the order of their public ids, read as fast as they are taken. */
    public Flux<Image> all(Scope scope) {
        return select(SqlImages.STATE, SqlScope.of(scope), " order by i.isic_id")
                .filter(statement -> statement.fetchSize(FETCH))
                .map(SqlImages::read)
                .all();
    }

    /**
     * Some of the scope as they are now, in the order of their public ids: no connection is held between two such reads.
     *
     * @param isicId the one that they lie behind; empty for the first ones
     */
    public Mono<List<Image>> behind(Scope scope, String isicId, int most) {
        SqlCondition behind = SqlScope.of(scope).and(SqlCondition.of("i.isic_id > :behind", "behind", isicId));
        return select(SqlImages.STATE, behind, " order by i.isic_id limit " + most)
                .map(SqlImages::read)
                .all()
                .collectList();
    }

    /** The licences of all of the scope. */
    public Mono<List<String>> licenses(Scope scope) {
        return select("distinct i.state ->> 'license'", SqlScope.of(scope), "")
                .mapValue(String.class)
                .all()
                .collectList();
    }

    /** Which of these ids are of images that the caller may see, and whether those are public. */
    public Mono<Map<String, Boolean>> publicity(Caller caller, Collection<String> isicIds) {
        SqlCondition wanted = SqlVisibility.images(caller)
                .and(SqlCondition.of("i.isic_id = any(:ids)", "ids", isicIds.toArray(String[]::new)));
        return select("i.isic_id, i.visibility = 'public' as public", wanted, "")
                .map(row -> Map.entry(R2dbcValues.text(row, "isic_id"), R2dbcValues.flag(row, "public")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Whether all of these ids are still of images that the scope's caller may see in one of its collections. */
    public Mono<Boolean> areAllIn(Scope scope, Collection<String> isicIds) {
        SqlCondition wanted = SqlScope.of(scope.withoutQuery())
                .and(SqlCondition.of("i.isic_id = any(:ids)", "ids", isicIds.toArray(String[]::new)));
        return select("count(*)", wanted, "").mapValue(Long.class).one().map(count -> count == isicIds.size());
    }

    private Mono<Long> count(Caller caller) {
        return db.sql("select " + SqlVisibility.imageCount(caller))
                .bindValues(SqlVisibility.values(caller))
                .mapValue(Long.class)
                .one();
    }

    private GenericExecuteSpec select(String columns, SqlCondition condition, String rest) {
        return condition.bindTo(db.sql("select " + columns + " from image i where " + condition.text() + rest));
    }
}
