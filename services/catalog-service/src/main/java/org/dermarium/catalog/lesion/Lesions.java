package org.dermarium.catalog.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.catalog.image.SqlImages;
import org.dermarium.events.Image;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Lesions of which the caller may see every published image, grouped from the images; the others do not exist for them. */
@Repository
class Lesions {

    private static final String VISIBLE = """
            select i.lesion from image i
            where i.lesion is not null and %s and %%s
            group by i.lesion having bool_and(%%s)""".formatted(SqlVisibility.LISTED);

    private static final String IMAGES = """
            select %s from image i
            where i.lesion = any(:lesions) and %s""".formatted(SqlImages.STATE, SqlVisibility.LISTED);

    private final DatabaseClient db;

    Lesions(DatabaseClient db) {
        this.db = db;
    }

    /** In the order of their ids, always counted. */
    Mono<Page<Lesion>> page(Caller caller, PageRequest request) {
        Mono<List<Lesion>> lesions = ids(caller, request).flatMap(this::withImages);
        return Mono.zip(lesions, count(caller), (rows, count) -> request.page(rows, Lesion::id, count));
    }

    Mono<Lesion> find(Caller caller, String id) {
        SqlCondition visible = SqlVisibility.images(caller);
        String sql = VISIBLE.formatted("i.lesion = :id", visible.text());
        return visible.bindTo(db.sql(sql))
                .bind("id", id)
                .mapValue(String.class)
                .one()
                .flatMap(found -> withImages(List.of(found)))
                .map(List::getFirst);
    }

    private Mono<List<String>> ids(Caller caller, PageRequest request) {
        Cursor cursor = request.cursor();
        @Nullable String position = cursor.position();
        SqlCondition visible = SqlVisibility.images(caller);
        SqlCondition behind = position == null
                ? SqlCondition.of("true")
                : SqlCondition.of("i.lesion " + (cursor.reverse() ? "<" : ">") + " :position", "position", position);
        String sql = VISIBLE.formatted(behind.text(), visible.text()) + " order by i.lesion "
                + (cursor.reverse() ? "desc" : "asc") + " offset :offset limit :fetch";
        return visible.and(behind)
                .bindTo(db.sql(sql))
                .bind("offset", cursor.offset())
                .bind("fetch", request.fetch())
                .mapValue(String.class)
                .all()
                .collectList();
    }

    private Mono<Long> count(Caller caller) {
        SqlCondition visible = SqlVisibility.images(caller);
        String sql = "select count(*) from (" + VISIBLE.formatted("true", visible.text()) + ") lesions";
        return visible.bindTo(db.sql(sql)).mapValue(Long.class).one();
    }

    /** In the order of the ids. */
    private Mono<List<Lesion>> withImages(List<String> ids) {
        return db.sql(IMAGES)
                .bind("lesions", ids.toArray(String[]::new))
                .map(SqlImages::read)
                .all()
                .collectList()
                .map(images -> {
                    Map<String, List<Image>> byLesion = new TreeMap<>();
                    images.forEach(i -> byLesion.computeIfAbsent(
                                    String.valueOf(i.metadata().text("lesion_id")), l -> new ArrayList<>())
                            .add(i));
                    return ids.stream()
                            .filter(byLesion::containsKey)
                            .map(id -> new Lesion(id, byLesion.getOrDefault(id, List.of())))
                            .toList();
                });
    }
}
