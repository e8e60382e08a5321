package org.dermarium.challenge.task;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The images, or lesions, of open tasks: frozen when the task opens, asked for when everybody may see them then. */
@Repository
class TaskImages {

    private static final String FREEZE = """
            insert into task_image (task, isic_id, asked)
            select :task, n.isic_id, not exists (select from hidden_id h where h.isic_id = n.isic_id)
            from unnest(:images::text[]) as n(isic_id)""";

    private final DatabaseClient db;

    TaskImages(DatabaseClient db) {
        this.db = db;
    }

    /** Ids of those that are asked for and that the caller may know of. */
    Mono<Page<String>> page(Caller caller, long id, PageRequest request) {
        SqlCondition wanted = SqlVisibility.taskImages(caller).and(SqlCondition.of("i.task = :task", "task", id));
        boolean back = request.cursor().reverse();
        String position = request.cursor().position();
        String rest = (position == null ? "" : " and i.isic_id " + (back ? "<" : ">") + " :position")
                + " order by i.isic_id " + (back ? "desc" : "asc") + " offset :offset limit :fetch";
        var statement = wanted.bindTo(db.sql("select i.isic_id from task_image i where " + wanted.text() + rest))
                .bind("offset", request.cursor().offset())
                .bind("fetch", request.fetch());
        var rows = (position == null ? statement : statement.bind("position", position.replace("\0", "")))
                .mapValue(String.class)
                .all()
                .collectList();
        if (!request.wantsCount()) {
            return rows.map(list -> request.page(list, Function.identity(), null));
        }
        Mono<Long> count = wanted.bindTo(db.sql("select count(*) from task_image i where " + wanted.text()))
                .mapValue(Long.class)
                .one();
        return Mono.zip(rows, count, (list, all) -> request.page(list, Function.identity(), all));
    }

    /** In the caller's transaction: these are the task's images from now on. Gives those that are not asked for. */
    Mono<Set<String>> freeze(long task, Collection<String> images) {
        return db.sql(FREEZE)
                .bind("task", task)
                .bind("images", images.toArray(String[]::new))
                .then()
                .then(db.sql("select isic_id from task_image where task = :task and not asked")
                        .bind("task", task)
                        .mapValue(String.class)
                        .all()
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** All of them, sorted; empty while the task is a draft. */
    Mono<List<String>> frozen(long task) {
        return db.sql("select isic_id from task_image where task = :task order by isic_id")
                .bind("task", task)
                .mapValue(String.class)
                .all()
                .collectList();
    }
}
