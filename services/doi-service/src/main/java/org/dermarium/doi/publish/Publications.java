package org.dermarium.doi.publish;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.atOrNull;
import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.doi.publish.Publication.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where each DOI stands on its way to the public. */
@Repository
public class Publications {

    private static final String READ = """
            select p.doi, p.step as at_step, p.issued_at, p.problem, s.step, s.done, s.total, s.started_at,
                   s.finished_at
            from publication p join publication_step s on s.doi = p.doi where p.doi = any(:dois)""";

    private static final String BEGIN = """
            insert into publication (doi, step, requested_by, requested_at) values (:doi, 'lock', :by, :now)
            on conflict (doi) do update set step = 'lock', requested_by = excluded.requested_by,
              requested_at = excluded.requested_at, issued_at = null, problem = null""";

    private static final String START = """
            insert into publication_step (doi, step, started_at) values (:doi, :step, :now) on conflict do nothing""";

    private static final String NOTE = """
            with noted as (update publication set problem = :problem where doi = :doi and step = :step returning doi)
            update publication_step s set done = coalesce(:done, s.done), total = coalesce(:total, s.total)
            from noted where s.doi = noted.doi and s.step = :step""";

    /** Waits for whoever changes the DOI, and is waited for. */
    private static final String ISSUE = """
            with publishing as (select doi from doi where doi = :doi and state = 'publishing' for update)
            update publication p set issued_at = coalesce(p.issued_at, :at)
            from publishing where p.doi = publishing.doi returning p.issued_at""";

    private final DatabaseClient db;
    private final Clock clock;

    Publications(DatabaseClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Mono<Publication> of(String doi) {
        return ofAll(List.of(doi)).mapNotNull(all -> all.get(doi));
    }

    /** Of those that have one. */
    public Mono<Map<String, Publication>> ofAll(Collection<String> dois) {
        return db.sql(READ)
                .bind("dois", dois.toArray(String[]::new))
                .map(Publications::read)
                .all()
                .collectList()
                .map(Publications::joined);
    }

    /** From the first step on; what was before is forgotten. */
    public Mono<Void> begin(String doi, long requestedBy) {
        return db.sql(BEGIN)
                .bind("doi", doi)
                .bind("by", requestedBy)
                .bind("now", now())
                .then()
                .then(db.sql("delete from publication_step where doi = :doi")
                        .bind("doi", doi)
                        .then())
                .then(start(doi, Step.LOCK));
    }

    /** In the caller's transaction: finishes the step and begins the one behind it. Does nothing when that has been done already. */
    public Mono<Void> advance(String doi, Step step) {
        Mono<Void> finish = db.sql("""
                        update publication_step set finished_at = :now, done = total
                        where doi = :doi and step = :step and finished_at is null""")
                .bind("doi", doi)
                .bind("step", step.label())
                .bind("now", now())
                .then();
        Mono<Void> next = step.next().map(to -> move(doi, step, to)).orElseGet(Mono::empty);
        return finish.then(next);
    }

    /** Nulls keep the counts that are known, and take the problem away. */
    public Mono<Void> note(String doi, Step step, @Nullable Long done, @Nullable Long total, @Nullable String problem) {
        var statement = db.sql(NOTE).bind("doi", doi).bind("step", step.label());
        statement = bind(statement, "done", done, Long.class);
        statement = bind(statement, "total", total, Long.class);
        return bind(statement, "problem", problem, String.class).then();
    }

    /** The DOI is not published, for this reason. */
    public Mono<Void> end(String doi, String problem) {
        return db.sql("update publication set problem = :problem where doi = :doi")
                .bind("doi", doi)
                .bind("problem", problem)
                .then();
    }

    /**
     * The registrar may have metadata with this date from now on, and the DOI can no longer be given up. Gives back the
     * date, that of the first call; empty when the DOI is not being published any more.
     */
    public Mono<Instant> issue(String doi, Instant at) {
        return db.sql(ISSUE)
                .bind("doi", doi)
                .bind("at", utc(at))
                .map(row -> at(row, "issued_at"))
                .one();
    }

    private Mono<Void> move(String doi, Step from, Step to) {
        return db.sql("""
                        update publication set step = :to, problem = null
                        where doi = :doi and step = :from""")
                .bind("doi", doi)
                .bind("from", from.label())
                .bind("to", to.label())
                .fetch()
                .rowsUpdated()
                .flatMap(moved -> moved == 0 ? Mono.<Void>empty() : start(doi, to));
    }

    private Mono<Void> start(String doi, Step step) {
        return db.sql(START)
                .bind("doi", doi)
                .bind("step", step.label())
                .bind("now", now())
                .then();
    }

    private static Publication read(Readable row) {
        var taken = new Taken(
                Step.named(text(row, "step")),
                row.get("done", Long.class),
                row.get("total", Long.class),
                at(row, "started_at"),
                atOrNull(row, "finished_at"));
        return new Publication(
                text(row, "doi"),
                Step.named(text(row, "at_step")),
                atOrNull(row, "issued_at"),
                row.get("problem", String.class),
                List.of(taken));
    }

    /** The rows of one publication differ in their step alone. */
    private static Map<String, Publication> joined(List<Publication> rows) {
        Map<String, Publication> all = new LinkedHashMap<>();
        rows.forEach(row -> all.merge(row.doi(), row, Publications::join));
        return all;
    }

    private static Publication join(Publication a, Publication b) {
        List<Taken> course = new ArrayList<>(a.course());
        course.addAll(b.course());
        course.sort(Comparator.comparing(Taken::step));
        return new Publication(a.doi(), a.step(), a.issuedAt(), a.problem(), List.copyOf(course));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}
