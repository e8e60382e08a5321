package org.dermarium.challenge.approach;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.challenge.task.Task;
import org.dermarium.store.BrokenRule;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The approaches. */
@Repository
class Approaches {

    private static final String TABLES = """
            from approach a join task t on t.id = a.task join challenge c on c.id = t.challenge where
            """;

    private static final String ADD = """
            insert into approach (task, team, name, description, uses_external_data, manuscript_key)
            values (:task, :team, :name, :description, :external, :key) returning id""";

    private static final String EDIT = """
            update approach set name = coalesce(:name, name), description = coalesce(:description, description),
              uses_external_data = coalesce(:external, uses_external_data),
              manuscript_key = coalesce(:key, manuscript_key),
              review_state = case when coalesce(cast(:key as text), manuscript_key) is not distinct from manuscript_key
                then review_state else '' end,
              reject_reason = case when coalesce(cast(:key as text), manuscript_key) is not distinct from manuscript_key
                then reject_reason else '' end
            where id = :id""";

    private static final String REVIEW = """
            with reviewed as (
              update approach set review_state = :state, reject_reason = :reason where id = :id returning id)
            insert into approach_review (approach, reviewer, state, reason)
            select id, :reviewer, :state, :reason from reviewed""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    Approaches(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** One of the caller's teams, or any for staff; {@link org.dermarium.web.Refusal} for others. */
    Mono<Approach> visible(Caller caller, long id) {
        SqlCondition wanted = visible(caller).and(SqlCondition.of("a.id = :id", "id", id));
        return wanted.bindTo(db.sql("select a.* " + TABLES + wanted.text()))
                .map(Approaches::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Those for a task that the caller may see, newest first. */
    Mono<Page<Approach>> page(Caller caller, long task, PageRequest request) {
        SqlCondition wanted = visible(caller).and(SqlCondition.of("a.task = :task", "task", task));
        Mono<Long> count = wanted.bindTo(db.sql("select count(*) as n " + TABLES + wanted.text()))
                .map(row -> number(row, "n"))
                .one();
        return R2dbcPaging.page(request, paging -> rows(wanted, paging), count, Approach::id);
    }

    private Flux<Approach> rows(SqlCondition wanted, R2dbcPaging paging) {
        String sql = "select * from (select a.* " + TABLES + wanted.text() + ") x where " + paging.condition()
                + paging.order();
        return paging.bind(wanted.bindTo(db.sql(sql))).map(Approaches::read).all();
    }

    /** Where the manuscript lies that this caller may read; empty when there is none. */
    Mono<String> manuscript(Caller caller, long id) {
        SqlCondition own = SqlVisibility.approaches(caller);
        SqlCondition shown = SqlVisibility.scores(caller);
        SqlCondition readable = new SqlCondition(
                "(" + own.text() + " or " + shown.text()
                        + " and exists (select from standing b where b.approach = a.id))",
                own.values());
        SqlCondition wanted = SqlVisibility.tasks(caller)
                .and(readable)
                .and(SqlCondition.of("a.id = :id and a.manuscript_key is not null", "id", id));
        return wanted.bindTo(db.sql("select a.manuscript_key " + TABLES + wanted.text()))
                .mapValue(String.class)
                .one();
    }

    /** A team's for a task, oldest first. */
    Flux<Approach> of(long task, long team) {
        return db.sql("select * from approach where task = :task and team = :team order by id")
                .bind("task", task)
                .bind("team", team)
                .map(Approaches::read)
                .all();
    }

    /** {@link org.dermarium.web.Refusal} when the team has as many as the task allows. */
    Mono<Long> add(Task task, NewApproachIn in, @Nullable String manuscriptKey) {
        long team = in.team();
        var insert = bind(db.sql(ADD), "key", manuscriptKey, String.class)
                .bind("task", task.id())
                .bind("team", team)
                .bind("name", in.name())
                .bind("description", in.description())
                .bind("external", in.usesExternalData())
                .map(row -> number(row, "id"))
                .one()
                .onErrorMap(DataIntegrityViolationException.class, Approaches::refusal);
        return lock(team)
                .then(Mono.defer(() -> count(task.id(), team)))
                .doOnNext(count -> checkRoom(task, count))
                .then(insert)
                .as(transaction::transactional);
    }

    /** Two members of one team add one after the other. */
    private Mono<Void> lock(long team) {
        return db.sql("select id from team where id = :team for update")
                .bind("team", team)
                .map(row -> number(row, "id"))
                .one()
                .then();
    }

    private Mono<Long> count(long task, long team) {
        return db.sql("select count(*) as n from approach where task = :task and team = :team")
                .bind("task", task)
                .bind("team", team)
                .map(row -> number(row, "n"))
                .one();
    }

    private static void checkRoom(Task task, long count) {
        if (task.maxApproaches() > 0 && count >= task.maxApproaches()) {
            throw Refusal.rule("You've reached the maximum number of approaches for " + task.name() + ", which is "
                    + task.maxApproaches() + ".");
        }
    }

    /** A new manuscript makes the approach unreviewed. */
    Mono<Void> edit(long id, ApproachIn changes, @Nullable String manuscriptKey) {
        var statement = db.sql(EDIT).bind("id", id);
        statement = bind(statement, "name", changes.name(), String.class);
        statement = bind(statement, "description", changes.description(), String.class);
        statement = bind(statement, "external", changes.usesExternalData(), Boolean.class);
        return bind(statement, "key", manuscriptKey, String.class)
                .then()
                .onErrorMap(DataIntegrityViolationException.class, Approaches::refusal);
    }

    /** Sets the verdict and keeps it in the history. */
    Mono<Void> review(long id, long reviewer, ReviewState state, String reason) {
        return db.sql(REVIEW)
                .bind("id", id)
                .bind("reviewer", reviewer)
                .bind("state", state.label())
                .bind("reason", reason)
                .then();
    }

    private static SqlCondition visible(Caller caller) {
        return SqlVisibility.approaches(caller).and(SqlVisibility.tasks(caller));
    }

    private static Throwable refusal(DataIntegrityViolationException broken) {
        return BrokenRule.name(broken).equals("approach_name")
                ? Refusal.rule("Your team has an approach with this name for this task already.")
                : broken;
    }

    private static Approach read(Readable row) {
        return new Approach(
                number(row, "id"),
                number(row, "task"),
                number(row, "team"),
                text(row, "name"),
                text(row, "description"),
                get(row, "uses_external_data", Boolean.class),
                row.get("manuscript_key", String.class),
                ReviewState.named(text(row, "review_state")).orElseThrow(),
                text(row, "reject_reason"),
                at(row, "created_at"));
    }
}
