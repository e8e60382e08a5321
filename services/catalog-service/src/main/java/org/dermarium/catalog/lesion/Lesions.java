package org.dermarium.catalog.lesion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.r2dbc.spi.Readable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.catalog.access.SqlPart;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.catalog.image.SqlImages;
import org.dermarium.events.Image;
import org.dermarium.store.R2dbcValues;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Lesions of which the caller may see every published image; the others do not exist for them. */
@Repository
class Lesions {

    private static final String IMAGES = "select l.id, %s from %%s l join image i on i.lesion = l.id and %s"
            .formatted(SqlImages.STATE, SqlVisibility.LISTED);

    private static final String ONE = """
            select :id as id, %1$s from image i
            where i.lesion = :id and %2$s
              and not exists (select from image i where i.lesion = :id and %2$s and not (%%s))""".formatted(SqlImages.STATE, SqlVisibility.LISTED);

    private final DatabaseClient db;

    Lesions(DatabaseClient db) {
        this.db = db;
    }

    /** In the order of their ids, always counted. One statement tells both which lesions and which images of them. */
    Mono<Page<Lesion>> page(Caller caller, PageRequest request) {
        Cursor cursor = request.cursor();
        SqlCondition behind = behind(cursor);
        String inOrder = " order by l.id " + (cursor.reverse() ? "desc" : "asc");
        String union = SqlPart.union(
                SqlVisibility.lesionParts(caller),
                part -> "select l.id from " + part + " and " + behind.text() + inOrder + " limit :offset + :fetch");
        String page = "(select l.id from " + union + " l" + inOrder + " offset :offset limit :fetch)";
        Mono<List<Lesion>> rows = db.sql(IMAGES.formatted(page) + inOrder)
                .bindValues(SqlVisibility.values(caller))
                .bindValues(behind.values())
                .bind("offset", cursor.offset())
                .bind("fetch", request.fetch())
                .map(Lesions::read)
                .all()
                .collectList()
                .map(Lesions::grouped);
        return Mono.zip(rows, count(caller), (lesions, count) -> request.page(lesions, Lesion::id, count));
    }

    Mono<Lesion> find(Caller caller, String id) {
        SqlCondition visible = SqlVisibility.images(caller);
        return visible.bindTo(db.sql(ONE.formatted(visible.text())))
                .bind("id", id)
                .map(Lesions::read)
                .all()
                .collectList()
                .flatMapIterable(Lesions::grouped)
                .singleOrEmpty();
    }

    private static SqlCondition behind(Cursor cursor) {
        String position = cursor.position();
        return position == null
                ? SqlCondition.of("true")
                : SqlCondition.of("l.id " + (cursor.reverse() ? "<" : ">") + " :position", "position", position);
    }

    private Mono<Long> count(Caller caller) {
        return db.sql("select " + SqlVisibility.lesionCount(caller))
                .bindValues(SqlVisibility.values(caller))
                .mapValue(Long.class)
                .one();
    }

    private static Map.Entry<String, Image> read(Readable row) {
        return Map.entry(R2dbcValues.text(row, "id"), SqlImages.read(row));
    }

    /** In the order of the rows. */
    private static List<Lesion> grouped(List<Map.Entry<String, Image>> rows) {
        return rows.stream()
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())))
                .entrySet()
                .stream()
                .map(lesion -> new Lesion(lesion.getKey(), lesion.getValue()))
                .toList();
    }
}
