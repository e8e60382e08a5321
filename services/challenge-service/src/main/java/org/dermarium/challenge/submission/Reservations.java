package org.dermarium.challenge.submission;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.challenge.file.IncomingFiles;
import org.dermarium.challenge.task.Task;
import org.dermarium.challenge.task.Tasks;
import org.dermarium.events.StoredObject;
import org.dermarium.store.R2dbcValues;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes submissions in. A place in the quota is reserved before a byte is read, and becomes the submission in one
 * transaction with its event; a place that is given back, or whose bearer died, counts no longer.
 */
@Repository
class Reservations {

    private static final String TARGET = """
            select a.id, a.task, a.team from approach a join task t on t.id = a.task join challenge c on c.id = t.challenge
            where a.id = :id and
            """;

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(:subject, 0))::text as locked""";

    private static final String USED = """
            select u.created_at, u.team = :team as by_team, u.creator = :person as by_person
            from (
              select created_at, team, creator from submission
              where task = :task and (team = :team or creator = :person) and predictions_key <> :key
                and (status in ('queued', 'scoring', 'succeeded') or stopped_workers) and created_at > :since
              union all
              select distinct on (key) created_at, team, creator from submission_intake
              where task = :task and (team = :team or creator = :person) and key <> :key and until > :now) u
            order by u.created_at desc""";

    private static final String ADMIT = """
            insert into submission (task, approach, team, creator, predictions_bucket, predictions_key, predictions_size,
              predictions_sha256, predictions_crc32, predictions_content_type, created_at, changed_at)
            values (:task, :approach, :team, :creator, :bucket, :key, :size, :sha256, :crc32, :type, :now, :now)
            on conflict (approach, predictions_key) do nothing returning id""";

    private static final String NOTE = """
            with ended as (delete from submission_intake where task = :task and until < :now)
            insert into submission_intake (id, task, team, creator, key, created_at, until)
            values (:id, :task, :team, :creator, :key, :now, :until)""";

    private final DatabaseClient db;
    private final Tasks tasks;
    private final Submissions submissions;
    private final IncomingFiles files;
    private final TransactionalOperator transaction;

    /** A file that takes longer has lost its place. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Whom the submission is for. */
    record Target(Task task, long approach, long team) {

        /** Where the file of this id is stored: the same file at one place. */
        String keyOf(UUID file) {
            return "submissions/" + task.id() + "/" + approach + "-" + file + ".csv";
        }
    }

    /** A reserved place. */
    record Place(UUID id, Target target, long creator, String key) {}

    Reservations(
            DatabaseClient db,
            Tasks tasks,
            Submissions submissions,
            IncomingFiles files,
            TransactionalOperator transaction) {
        this.db = db;
        this.tasks = tasks;
        this.submissions = submissions;
        this.files = files;
        this.transaction = transaction;
    }

    /** The approach that a member of its team hands in for; {@link org.dermarium.web.Refusal} for others. */
    Mono<Target> target(Caller.Member member, long approach) {
        SqlCondition wanted = SqlVisibility.members(member).and(SqlVisibility.tasks(member));
        return wanted.bindTo(db.sql(TARGET + wanted.text()))
                .bind("id", approach)
                .map(row -> new long[] {number(row, "task"), number(row, "team")})
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(found -> tasks.visible(member, found[0]).map(task -> new Target(task, approach, found[1])));
    }

    /** {@link org.dermarium.web.Refusal} with the next possible time when the quota is used up. */
    Mono<Place> reserve(Target target, long creator, UUID file, Instant now) {
        var place = new Place(UUID.randomUUID(), target, creator, target.keyOf(file));
        if (!Quota.limits(target.task())) {
            return note(place, now).thenReturn(place);
        }
        Mono<Void> room = Mono.defer(() -> quota(target.task(), target.team(), creator, place.key(), now))
                .doOnNext(Reservations::checkRoom)
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
            throw Refusal.forbidden("The limit of " + quota.limit()
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
        return db.sql(NOTE)
                .bind("id", place.id())
                .bind("task", place.target().task().id())
                .bind("team", place.target().team())
                .bind("creator", place.creator())
                .bind("key", place.key())
                .bind("now", utc(now))
                .bind("until", utc(now.plus(LIFE)))
                .then();
    }

    /** The submission, which is scored and told to the bus from now on; the one of the same file if there is one by now. */
    Mono<Submission> admit(Place place, StoredObject file, Instant now) {
        var claim = db.sql("delete from submission_intake where id = :id and until > :now")
                .bind("id", place.id())
                .bind("now", utc(now))
                .fetch()
                .rowsUpdated();
        return claim.flatMap(claimed -> claimed == 1
                        ? insert(place, file, now)
                        : Mono.error(Refusal.forbidden("The file took too long; hand it in again.")))
                .flatMap(id -> files.keep(place.key()).then(submissions.queue(id)))
                .switchIfEmpty(
                        Mono.defer(() -> submissions.ofFile(place.target().approach(), place.key())))
                .as(transaction::transactional);
    }

    private Mono<Long> insert(Place place, StoredObject file, Instant now) {
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

    /** Frees the quota. */
    Mono<Void> giveBack(Place place) {
        return db.sql("delete from submission_intake where id = :id")
                .bind("id", place.id())
                .then();
    }

    /** What a team and a person have used. */
    Mono<Quota> quota(Task task, long team, long person, Instant now) {
        return quota(task, team, person, "", now);
    }

    /** @param key of a file that does not count: it is handed in once more */
    private Mono<Quota> quota(Task task, long team, long person, String key, Instant now) {
        if (!Quota.limits(task)) {
            return Mono.just(Quota.of(task, List.of()));
        }
        return db.sql(USED)
                .bind("task", task.id())
                .bind("team", team)
                .bind("person", person)
                .bind("key", key)
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
}
