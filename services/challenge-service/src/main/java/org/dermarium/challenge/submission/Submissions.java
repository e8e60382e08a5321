package org.dermarium.challenge.submission;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.atOrNull;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.events.StoredObject;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The submissions. */
@Repository
public class Submissions {

    /** The queue of those that wait for a score. */
    public static final String SCORING = "scoring";

    private static final String COLUMNS = """
            s.id, s.version, s.task, s.approach, s.team, s.creator, s.predictions_bucket, s.predictions_key,
            s.predictions_size, s.predictions_sha256, s.predictions_crc32, s.predictions_content_type, s.status, s.attempt,
            s.created_at, s.changed_at, s.scored_at, s.overall, s.validation, s.problems::text as problem_list,
            a.name as approach_name, (t.scores_published or c.scores_published) as published
            """;

    private static final String TABLES = """
            from submission s join approach a on a.id = s.approach join task t on t.id = s.task
              join challenge c on c.id = t.challenge
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<TableProblem>> PROBLEMS = new TypeReference<>() {};

    private static final String SELECT = "select " + COLUMNS + TABLES + " where ";

    private static final String LATEST = "select distinct on (s.approach) " + COLUMNS + """
            , (select count(*) from submission n where n.approach = s.approach) as n
            """
            + TABLES + " where s.approach = any(:approaches) order by s.approach, s.id desc";

    private static final String BEGIN = """
            update submission set status = 'scoring' where id = :id and status = 'queued'""";

    private static final String EXISTS = """
            select a.id from approach a join task t on t.id = a.task join challenge c on c.id = t.challenge
            where
            """;

    private final DatabaseClient db;
    private final Outbox outbox;
    private final WorkQueue scoring;

    /** How many an approach has, and the newest. */
    public record Latest(Submission submission, long count) {}

    Submissions(DatabaseClient db, Outbox outbox, WorkQueues queues) {
        this.db = db;
        this.outbox = outbox;
        this.scoring = queues.named(SCORING);
    }

    /** One of the caller's teams, or any for staff; {@link org.dermarium.web.Refusal} for others. */
    public Mono<Submission> visible(Caller caller, long id) {
        SqlCondition wanted = visible(caller).and(SqlCondition.of("s.id = :id", "id", id));
        return wanted.bindTo(db.sql(SELECT + wanted.text()))
                .map(Submissions::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Whatever its visibility, for scoring; empty when there is none. */
    public Mono<Submission> find(long id) {
        return db.sql(SELECT + "s.id = :id")
                .bind("id", id)
                .map(Submissions::read)
                .one();
    }

    /** The one of an approach whose file is stored under this key; empty when there is none. */
    Mono<Submission> ofFile(long approach, String key) {
        return db.sql(SELECT + "s.approach = :approach and s.predictions_key = :key")
                .bind("approach", approach)
                .bind("key", key)
                .map(Submissions::read)
                .one();
    }

    /** In the caller's transaction: tells the bus that it waits for a score, and has it scored. */
    public Mono<Submission> queue(long id) {
        return find(id).flatMap(submission -> outbox.append(EventType.SUBMISSION_RECEIVED, submission.event())
                .then(scoring.addAfresh(Long.toString(id)))
                .thenReturn(submission));
    }

    /** For those who look, it is being scored from now on; empty when it waits no more. */
    public Mono<Submission> begin(long id) {
        return db.sql(BEGIN)
                .bind("id", id)
                .then()
                .then(Mono.defer(() -> find(id)))
                .filter(submission -> submission.status().isWaiting());
    }

    /** Those of an approach that the caller may see, newest first; {@link org.dermarium.web.Refusal} for others. */
    public Mono<Page<Submission>> page(Caller caller, long approach, PageRequest request) {
        SqlCondition wanted = visible(caller).and(SqlCondition.of("s.approach = :approach", "approach", approach));
        Mono<Long> count = wanted.bindTo(db.sql("select count(*) as n " + TABLES + " where " + wanted.text()))
                .map(row -> number(row, "n"))
                .one();
        return exists(caller, approach)
                .then(Mono.defer(
                        () -> R2dbcPaging.page(request, paging -> rows(wanted, paging), count, Submission::id)));
    }

    private Mono<Void> exists(Caller caller, long approach) {
        SqlCondition wanted = SqlVisibility.approaches(caller)
                .and(SqlVisibility.tasks(caller))
                .and(SqlCondition.of("a.id = :approach", "approach", approach));
        return wanted.bindTo(db.sql(EXISTS + wanted.text()))
                .map(row -> number(row, "id"))
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .then();
    }

    private Flux<Submission> rows(SqlCondition wanted, R2dbcPaging paging) {
        String sql = "select * from (" + SELECT + wanted.text() + ") x where " + paging.condition() + paging.order();
        return paging.bind(wanted.bindTo(db.sql(sql))).map(Submissions::read).all();
    }

    /** Of each of these approaches that has any. */
    public Flux<Latest> latest(Collection<Long> approaches) {
        return db.sql(LATEST)
                .bind("approaches", approaches.toArray(Long[]::new))
                .map(row -> new Latest(read(row), number(row, "n")))
                .all();
    }

    private static SqlCondition visible(Caller caller) {
        return SqlVisibility.submissions(caller).and(SqlVisibility.tasks(caller));
    }

    private static Submission read(Readable row) {
        return new Submission(
                number(row, "id"),
                number(row, "version"),
                number(row, "task"),
                number(row, "approach"),
                text(row, "approach_name"),
                number(row, "team"),
                number(row, "creator"),
                new StoredObject(
                        text(row, "predictions_bucket"),
                        text(row, "predictions_key"),
                        number(row, "predictions_size"),
                        text(row, "predictions_sha256"),
                        number(row, "predictions_crc32"),
                        text(row, "predictions_content_type")),
                Status.named(text(row, "status")),
                get(row, "attempt", Integer.class),
                at(row, "created_at"),
                at(row, "changed_at"),
                atOrNull(row, "scored_at"),
                row.get("overall", Double.class),
                row.get("validation", Double.class),
                problems(text(row, "problem_list")),
                get(row, "published", Boolean.class));
    }

    private static List<TableProblem> problems(String json) {
        return json.equals("[]") ? List.of() : JSON.readValue(json, PROBLEMS);
    }
}
