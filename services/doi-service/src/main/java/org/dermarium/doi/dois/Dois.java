package org.dermarium.doi.dois;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.known.Summary;
import org.dermarium.events.Doi.State;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.dermarium.store.JsonColumns;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.dermarium.web.page.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All DOIs. What a caller may not see does not exist for it: {@link org.dermarium.web.Refusal}. Every change appends the
 * new state to the outbox; call it in a transaction. One that the DOI's state does not allow does nothing and is empty.
 */
@Repository
public class Dois {

    /** The queue of what is to be done behind the requests, by names. */
    public static final String QUEUE = "dois";

    /** Of the transactions that draft, so that slugs are given one after the other. */
    private static final long DRAFTING = 0x6465726d_646f6921L;

    private static final String INSERT = """
            insert into doi as d (doi, slug, collection, title, description, creator, made_by_staff, approved_by, related,
                                  supplements, created_at, changed_at)
            values (:name, :slug, :collection, :title, :description, :creator, :staff, :approved, :related::jsonb,
                    :supplements::jsonb, :now, :now)
            returning
            """ + SqlDois.COLUMNS;

    private static final String UPDATE = """
            update doi d set version = d.version + 1, changed_at = :now, %s
            where d.doi = :name and %s returning
            """ + SqlDois.COLUMNS;

    private static final String EDIT = """
            title = coalesce(:title, d.title), description = coalesce(:description, d.description),
            related = coalesce(:related::jsonb, d.related),
            approved_by = case when :keeps then d.approved_by end""";

    /** A worker that was taken for dead and goes on changes nothing that others have done since. */
    private static final String IN_PUBLICATION = "d.state = 'publishing'";

    private final DatabaseClient db;
    private final Outbox outbox;
    private final Clock clock;

    Dois(DatabaseClient db, Outbox outbox, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Newest first. */
    public Mono<Page<Doi>> page(Caller caller, PageRequest request) {
        SqlCondition visible = SqlDois.visible(caller);
        boolean ascending = request.cursor().reverse();
        String position = request.cursor().position();
        String behind = position == null ? "" : " and d.created_at " + (ascending ? ">" : "<") + " :position";
        String direction = ascending ? " asc" : " desc";
        var statement = select(
                        visible,
                        SqlDois.COLUMNS,
                        behind + " order by d.created_at" + direction + ", d.doi" + direction
                                + " offset :offset limit :fetch")
                .bind("offset", request.cursor().offset())
                .bind("fetch", request.fetch());
        if (position != null) {
            statement = statement.bind("position", utc(Positions.time(position)));
        }
        var rows = statement.map(SqlDois::read).all().collectList();
        if (!request.wantsCount()) {
            return rows.map(r -> request.page(r, d -> Positions.of(d.createdAt()), null));
        }
        Mono<Long> count = select(visible, "count(*)", "").mapValue(Long.class).one();
        return Mono.zip(rows, count, (r, n) -> request.page(r, d -> Positions.of(d.createdAt()), n));
    }

    public Mono<Doi> visible(Caller caller, String slug) {
        return one(caller, "slug", slug, "");
    }

    /** @param name prefix and suffix */
    public Mono<Doi> visibleNamed(Caller caller, String name) {
        return one(caller, "doi", name, "");
    }

    /** As {@link #visible}, and nobody else changes it until the transaction ends. */
    public Mono<Doi> claim(Caller caller, String slug) {
        return one(caller, "slug", slug, " for update of d");
    }

    public Flux<Doi> published() {
        return select(SqlDois.visible(Caller.ANONYMOUS), SqlDois.COLUMNS, " order by d.created_at desc, d.doi desc")
                .map(SqlDois::read)
                .all();
    }

    /** For work behind the requests, in whatever state it is. */
    public Mono<Doi> named(String name) {
        return db.sql("select " + SqlDois.COLUMNS + " from doi d where d.doi = :name")
                .bind("name", name)
                .map(SqlDois::read)
                .one();
    }

    /** Until the transaction ends nobody else drafts; tells whether the collection has a DOI already. */
    public Mono<Boolean> beginDraft(long collection) {
        return db.sql("select pg_advisory_xact_lock(:lock)")
                .bind("lock", DRAFTING)
                .then()
                .then(db.sql("select exists (select from doi where collection = :id and state <> 'discarded')")
                        .bind("id", collection)
                        .mapValue(Boolean.class)
                        .one());
    }

    /** Begins a draft under a free slug made of {@code slug}; call {@link #beginDraft} before. */
    public Mono<Doi> add(NewDraft draft) {
        return db.sql("select slug from doi where state <> 'discarded' and (slug = :slug or slug like :slug || '-%')")
                .bind("slug", draft.slug())
                .mapValue(String.class)
                .all()
                .collectList()
                .flatMap(taken -> insert(draft, free(draft.slug(), taken)));
    }

    /** Nulls stay as they were. */
    public Mono<Doi> edit(String name, Edit edit) {
        var statement = update(name, EDIT, "d.state = 'draft'").bind("keeps", edit.keepsApproval());
        statement = bind(statement, "title", edit.title(), String.class);
        statement = bind(statement, "description", edit.description(), String.class);
        var related = edit.related();
        return changed(bind(statement, "related", related == null ? null : JsonColumns.write(related), String.class));
    }

    public Mono<Doi> approve(String name, long staff) {
        return changed(update(name, "approved_by = :staff", "d.state = 'draft'").bind("staff", staff));
    }

    /** From draft to publishing, or from either to discarded. */
    public Mono<Doi> move(String name, State state) {
        EventType type = state == State.DISCARDED ? EventType.DOI_DISCARDED : EventType.DOI_CHANGED;
        return published(
                type,
                update(name, "state = :state", "d.state in ('draft', 'publishing')")
                        .bind("state", SqlDois.label(state)));
    }

    /** From publishing, with what was said of its images forgotten or not. */
    public Mono<Doi> backToDraft(String name, boolean forgets) {
        var statement =
                update(name, "state = 'draft', frozen = case when not :forgets then d.frozen end", IN_PUBLICATION);
        return changed(statement.bind("forgets", forgets));
    }

    /** Asks for the collection to be public. */
    public Mono<Doi> open(String name) {
        return changed(update(name, "open = true", IN_PUBLICATION));
    }

    /** From now on this is said of its images. */
    public Mono<Doi> freeze(String name, Summary summary) {
        return changed(update(name, "frozen = :frozen::jsonb", IN_PUBLICATION + " and d.frozen is null")
                .bind("frozen", JsonColumns.write(summary)));
    }

    public Mono<Doi> publish(String name, Instant at) {
        return published(
                EventType.DOI_PUBLISHED,
                update(name, "state = 'published', published_at = :at", IN_PUBLICATION)
                        .bind("at", utc(at)));
    }

    /** The registrar has this version. Not told on the bus. */
    public Mono<Void> told(String name, long version) {
        return db.sql("update doi set told_version = greatest(told_version, :version) where doi = :name")
                .bind("name", name)
                .bind("version", version)
                .then();
    }

    private Mono<Doi> insert(NewDraft draft, String slug) {
        var statement = db.sql(INSERT)
                .bind("name", draft.name())
                .bind("slug", slug)
                .bind("collection", draft.collection())
                .bind("title", draft.title())
                .bind("description", draft.description())
                .bind("creator", draft.creator())
                .bind("staff", draft.madeByStaff())
                .bind("related", JsonColumns.write(draft.related()))
                .bind("supplements", JsonColumns.write(draft.supplements()))
                .bind("now", utc(clock.instant()));
        return published(EventType.DOI_DRAFTED, bind(statement, "approved", draft.approvedBy(), Long.class));
    }

    private Mono<Doi> one(Caller caller, String column, String value, String lock) {
        if (value.indexOf('\0') >= 0) {
            return Mono.error(Refusal.notFound());
        }
        return select(SqlDois.visible(caller), SqlDois.COLUMNS, " and d." + column + " = :value" + lock)
                .bind("value", value)
                .map(SqlDois::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private GenericExecuteSpec select(SqlCondition visible, String columns, String rest) {
        return visible.bindTo(db.sql("select " + columns + " from doi d where " + visible.text() + rest));
    }

    private GenericExecuteSpec update(String name, String parts, String condition) {
        return db.sql(UPDATE.formatted(parts, condition)).bind("name", name).bind("now", utc(clock.instant()));
    }

    private Mono<Doi> changed(GenericExecuteSpec statement) {
        return published(EventType.DOI_CHANGED, statement);
    }

    private Mono<Doi> published(EventType type, GenericExecuteSpec statement) {
        return statement
                .map(SqlDois::read)
                .one()
                .flatMap(doi -> outbox.append(type, doi.told()).thenReturn(doi));
    }

    /** The slug itself, or the first of {@code -2}, {@code -3}, … that nobody has. */
    static String free(String slug, List<String> taken) {
        return Stream.concat(Stream.of(slug), IntStream.iterate(2, i -> i + 1).mapToObj(i -> slug + "-" + i))
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElseThrow();
    }

    /** @param approvedBy its creator, when that is staff */
    public record NewDraft(
            String name,
            String slug,
            long collection,
            String title,
            String description,
            long creator,
            boolean madeByStaff,
            @Nullable Long approvedBy,
            List<RelatedIdentifier> related,
            List<Supplement> supplements) {}

    /** @param keepsApproval false when it has to be approved again */
    public record Edit(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<RelatedIdentifier> related,
            boolean keepsApproval) {}
}
