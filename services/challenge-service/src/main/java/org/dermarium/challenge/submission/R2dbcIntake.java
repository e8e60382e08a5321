package org.dermarium.challenge.submission;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dermarium.blobs.Stored;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.challenge.contest.Task;
import org.dermarium.challenge.contest.Tasks;
import org.dermarium.events.EventType;
import org.dermarium.outbox.Outbox;
import org.dermarium.store.R2dbcValues;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Caller;
import org.dermarium.web.Forbidden;
import org.dermarium.web.NotFound;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The intake in PostgreSQL. Advisory locks, team first, put those who reserve for one team or one person in a queue. */
@Repository
class R2dbcIntake implements Intake {

    private static final String TARGET = """
            select a.id, a.task, a.team from approach a join task t on t.id = a.task join challenge c on c.id = t.challenge
            where a.id = :id and\s""";

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(:subject, 0))::text as locked""";

    private static final String USED = """
            select u.created_at, u.team = :team as by_team, u.creator = :person as by_person
            from (
              select created_at, team, creator from submission
              where task = :task and (team = :team or creator = :person)
                and status in ('queued', 'scoring', 'succeeded') and created_at > :since
              union all
              select created_at, team, creator from submission_intake
              where task = :task and (team = :team or creator = :person) and until > :now) u
            order by u.created_at desc""";

    private static final String ADMIT = """
            insert into submission (task, approach, team, creator, predictions_bucket, predictions_key, predictions_size,
              predictions_sha256, predictions_crc32, predictions_content_type, created_at, changed_at)
            values (:task, :approach, :team, :creator, :bucket, :key, :size, :sha256, :crc32, :type, :now, :now)
            returning id""";

    private final DatabaseClient db;
    private final Tasks tasks;
    private final Submissions submissions;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    R2dbcIntake(
            DatabaseClient db, Tasks tasks, Submissions submissions, Outbox outbox, TransactionalOperator transaction) {
        this.db = db;
        this.tasks = tasks;
        this.submissions = submissions;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public Mono<Target> target(Caller.Member member, long approach) {
        SqlCondition wanted = SqlVisibility.members(member).and(SqlVisibility.tasks(member));
        return wanted.bindTo(db.sql(TARGET + wanted.text()))
                .bind("id", approach)
                .map(row -> new long[] {number(row, "task"), number(row, "team")})
                .one()
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(found -> tasks.visible(member, found[0]).map(task -> new Target(task, approach, found[1])));
    }

    @Override
    public Mono<Place> reserve(Target target, long creator, Instant now) {
        UUID id = UUID.randomUUID();
        var place =
                new Place(id, target, creator, "submissions/" + target.task().id() + "/" + id + ".csv");
        if (!Quota.limits(target.task())) {
            return note(place, now).thenReturn(place);
        }
        Mono<Void> room = Mono.defer(() -> quota(target.task(), target.team(), creator, now))
                .doOnNext(R2dbcIntake::checkRoom)
                .then();
        var locked = lock("team " + target.task().id() + " " + target.team())
                .then(lock("person " + target.task().id() + " " + creator))
                .then(room)
                .then(Mono.defer(() -> note(place, now)))
                .as(transaction::transactional);
        // Asked once without a lock: whoever is too late anyway holds up nobody.
        return room.then(locked).thenReturn(place);
    }

    private static void checkRoom(Quota quota) {
        quota.next().ifPresent(next -> {
            throw new Forbidden("The limit of " + quota.limit()
                    + " submissions in seven days is reached; the next one is possible at " + next + ".");
        });
    }

    private Mono<Void> lock(String subject) {
        return db.sql(LOCK)
                .bind("subject", subject)
                .map(row -> text(row, "locked"))
                .one()
                .then();
    }

    private Mono<Void> note(Place place, Instant now) {
        return db.sql("""
                        insert into submission_intake (id, task, team, creator, key, created_at, until)
                        values (:id, :task, :team, :creator, :key, :now, :until)""")
                .bind("id", place.id())
                .bind("task", place.target().task().id())
                .bind("team", place.target().team())
                .bind("creator", place.creator())
                .bind("key", place.key())
                .bind("now", utc(now))
                .bind("until", utc(now.plus(LIFE)))
                .then();
    }

    @Override
    public Mono<Entry> admit(Place place, Stored file, Instant now) {
        var claim = db.sql("delete from submission_intake where id = :id and until > :now")
                .bind("id", place.id())
                .bind("now", utc(now))
                .fetch()
                .rowsUpdated();
        return claim.flatMap(claimed -> claimed == 1
                        ? insert(place, file, now)
                        : Mono.error(new Forbidden("The file took too long; hand it in again.")))
                .flatMap(id -> submissions
                        .find(id)
                        .flatMap(entry -> outbox.append(EventType.SUBMISSION_RECEIVED, entry.event())
                                .thenReturn(entry)))
                .as(transaction::transactional);
    }

    private Mono<Long> insert(Place place, Stored file, Instant now) {
        return db.sql(ADMIT)
                .bind("task", place.target().task().id())
                .bind("approach", place.target().approach())
                .bind("team", place.target().team())
                .bind("creator", place.creator())
                .bind("bucket", file.bucket())
                .bind("key", file.key())
                .bind("size", file.size())
                .bind("sha256", file.sha256())
                .bind("crc32", file.crc32())
                .bind("type", file.contentType())
                .bind("now", utc(now))
                .map(row -> number(row, "id"))
                .one();
    }

    @Override
    public Mono<Void> giveBack(Place place, Instant now) {
        return db.sql("update submission_intake set until = :now where id = :id and until > :now")
                .bind("id", place.id())
                .bind("now", utc(now))
                .then();
    }

    @Override
    public Mono<Quota> quota(Task task, long team, long person, Instant now) {
        if (!Quota.limits(task)) {
            return Mono.just(Quota.of(task, List.of()));
        }
        return db.sql(USED)
                .bind("task", task.id())
                .bind("team", team)
                .bind("person", person)
                .bind("since", utc(now.minus(Quota.WINDOW)))
                .bind("now", utc(now))
                .map(row -> new Quota.Used(
                        R2dbcValues.at(row, "created_at"),
                        R2dbcValues.get(row, "by_team", Boolean.class),
                        R2dbcValues.get(row, "by_person", Boolean.class)))
                .all()
                .collectList()
                .map(used -> Quota.of(task, used));
    }

    @Override
    public Flux<String> sweep(Instant before) {
        return db.sql("select key from submission_intake where until < :before order by until limit 1000")
                .bind("before", utc(before))
                .map(row -> text(row, "key"))
                .all();
    }

    @Override
    public Mono<Void> forget(String key) {
        return db.sql("delete from submission_intake where key = :key")
                .bind("key", key)
                .then();
    }
}
