package org.dermarium.challenge.contest;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.dermarium.challenge.access.SqlCondition;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.web.Caller;
import org.dermarium.web.Conflict;
import org.dermarium.web.NotFound;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.dermarium.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tasks in PostgreSQL. */
@Repository
class R2dbcTasks implements Tasks {

    private static final String UPDATE = """
            update task set slug = coalesce(:slug, slug), name = coalesce(:name, name),
              description = coalesce(:description, description), metric = coalesce(:metric, metric),
              max_approaches = coalesce(:approaches, max_approaches),
              max_submissions_per_week = coalesce(:submissions, max_submissions_per_week),
              requires_manuscript = coalesce(:manuscript, requires_manuscript),
              scores_published = coalesce(:published, scores_published), hidden = coalesce(:hidden, hidden),
              locked = coalesce(:locked, locked), collection = coalesce(:collection, collection),
              position = coalesce(:position, position)
            where id = :id returning id""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    R2dbcTasks(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public Mono<Task> visible(Caller caller, long id) {
        return select(caller, SqlCondition.of("t.id = :id", "id", id)).one().switchIfEmpty(Mono.error(NotFound::new));
    }

    @Override
    public Flux<Task> of(Caller caller, Collection<Long> challenges) {
        Long[] ids = challenges.toArray(Long[]::new);
        return select(caller, SqlCondition.of("t.challenge = any(:challenges)", "challenges", ids))
                .all();
    }

    private RowsFetchSpec<Task> select(Caller caller, SqlCondition wanted) {
        SqlCondition all = SqlVisibility.tasks(caller).and(wanted);
        String sql = SqlTasks.select(caller) + all.text() + " order by t.position, t.id";
        return all.bindTo(db.sql(sql)).map(SqlTasks::read);
    }

    @Override
    public Mono<Page<String>> images(Caller caller, long id, PageRequest request) {
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

    @Override
    public Mono<Long> add(long challenge, TaskIn in) {
        var statement = db.sql("""
                        insert into task (challenge, slug, name, description, type, metric, max_approaches,
                          max_submissions_per_week, requires_manuscript, scores_published, hidden, locked, collection,
                          position)
                        values (:challenge, :slug, :name, :description, :type, :metric, :approaches, :submissions,
                          :manuscript, :published, :hidden, :locked, :collection, :position) returning id""")
                .bind("challenge", challenge)
                .bind("type", in.taskType().label());
        return changed(statement, in);
    }

    @Override
    public Mono<Void> edit(long id, TaskIn changes) {
        return changed(db.sql(UPDATE).bind("id", id), changes)
                .switchIfEmpty(Mono.error(NotFound::new))
                .then();
    }

    private static Mono<Long> changed(GenericExecuteSpec statement, TaskIn in) {
        var spec = bind(statement, "slug", in.slug(), String.class);
        spec = bind(spec, "name", in.name(), String.class);
        spec = bind(spec, "description", in.description(), String.class);
        spec = bind(spec, "metric", in.metric(), String.class);
        spec = bind(spec, "approaches", in.maxApproaches(), Integer.class);
        spec = bind(spec, "submissions", in.maxSubmissionsPerWeek(), Integer.class);
        spec = bind(spec, "manuscript", in.requiresManuscript(), Boolean.class);
        spec = bind(spec, "published", in.scoresPublished(), Boolean.class);
        spec = bind(spec, "hidden", in.hidden(), Boolean.class);
        spec = bind(spec, "locked", in.locked(), Boolean.class);
        spec = bind(spec, "collection", in.collectionId(), Long.class);
        spec = bind(spec, "position", in.position(), Integer.class);
        return spec.map(row -> number(row, "id"))
                .one()
                .onErrorMap(DataIntegrityViolationException.class, R2dbcTasks::refusal);
    }

    private static Throwable refusal(DataIntegrityViolationException broken) {
        String rule = String.valueOf(broken.getMostSpecificCause().getMessage());
        return rule.contains("task_name") || rule.contains("task_slug")
                ? new Refused("A task with this name or slug already exists in this challenge.")
                : broken;
    }

    @Override
    public Mono<String> keepTruth(Task checked, String key, String sha256, TruthFormat.Contents contents) {
        return db.sql("""
                        update task t set truth_key = :key, truth_sha256 = :sha256, truth_rows = :rows,
                          categories = :categories
                        from (select id, truth_key from task where id = :id and (opened_at is null) = :draft for update) old
                        where old.id = t.id
                        returning coalesce(old.truth_key, '') as replaced""")
                .bind("id", checked.id())
                .bind("draft", checked.openedAt() == null)
                .bind("key", key)
                .bind("sha256", sha256)
                .bind("rows", contents.ids().size())
                .bind("categories", contents.categories().toArray(String[]::new))
                .map(row -> text(row, "replaced"))
                .one()
                .switchIfEmpty(Mono.error(
                        () -> new Conflict("The task was opened at the same moment; send the truth again.")));
    }

    @Override
    public Mono<Boolean> open(long id, String truthKey, @Nullable Long collection, List<String> images) {
        var open = bind(db.sql("""
                                update task set opened_at = clock_timestamp(), collection = :collection
                                where id = :id and opened_at is null and truth_key = :key"""), "collection", collection, Long.class)
                .bind("id", id)
                .bind("key", truthKey)
                .fetch()
                .rowsUpdated();
        var freeze = db.sql("insert into task_image (task, isic_id) select :id, unnest(:images::text[])")
                .bind("id", id)
                .bind("images", images.toArray(String[]::new))
                .fetch()
                .rowsUpdated();
        return open.flatMap(opened -> opened == 0 ? Mono.just(false) : freeze.thenReturn(true))
                .as(transaction::transactional);
    }

    @Override
    public Mono<List<String>> frozen(long id) {
        return db.sql("select isic_id from task_image where task = :id order by isic_id")
                .bind("id", id)
                .mapValue(String.class)
                .all()
                .collectList();
    }
}
