package org.dermarium.catalog.collection;

import java.time.Clock;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.events.Collection;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.Outbox;
import org.dermarium.store.BrokenRule;
import org.dermarium.store.R2dbcValues;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The collections of the archive. What changes one joins the caller's transaction and publishes the collection's new
 * state in it; {@link #claim} comes first, so that changes of one collection happen one after the other.
 */
@Repository
public class Collections {

    private static final String INSERT = """
            insert into collection as c (creator, name, description, public)
            values (:creator, :name, :description, :public) returning
            """ + SqlCollections.COLUMNS;

    private static final String UPDATE = """
            update collection c set version = c.version + 1, changed_at = clock_timestamp(), %s
            where c.id = :id returning
            """ + SqlCollections.COLUMNS;

    private static final String COUNT = """
            image_count = (select count(*) from collection_image m where m.collection = c.id)""";

    private static final String FOLLOW_DOIS = COUNT + """
            , locked = c.cohort is not null or d.locked, public = c.public or d.open,
            members_sha256 = case when d.locked then encode(sha256(convert_to(coalesce((
              select string_agg(m.isic_id || chr(10), '' order by m.isic_id collate "C")
              from collection_image m where m.collection = c.id), ''), 'UTF8')), 'hex') end
            from (select count(*) > 0 as locked, coalesce(bool_or(open), false) as open from collection_doi
                  where collection = :id and state <> 'discarded') d""";

    private static final String PRIVATE_IMAGES = """
            select coalesce(bool_or(%1$s), false) as seen, coalesce(bool_or(not (%1$s)), false) as unseen
            from collection_image m join image i on i.isic_id = m.isic_id
            where m.collection = :id and i.visibility = 'embargoed'""";

    private final DatabaseClient db;
    private final Outbox outbox;
    private final Clock clock;

    Collections(DatabaseClient db, Outbox outbox, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In which order a list comes; equal ones by their ids. */
    public enum Order {
        NEWEST,
        CREATED,
        NAME
    }

    /** Which embargoed images a collection has, for one caller. */
    record PrivateImages(boolean seen, boolean unseen) {}

    /** What to change of a collection. */
    public record Edit(
            @Nullable String name,
            @Nullable String description,
            @Nullable Boolean isPublic) {}

    /** @param pinned only those that are, or are not, pinned; null for all */
    public Mono<Page<Collection>> page(Caller caller, PageRequest request, Order wanted, @Nullable Boolean pinned) {
        SqlCollectionOrder order = SqlCollectionOrder.of(wanted);
        SqlCondition visible = SqlVisibility.collections(caller);
        SqlCondition listed =
                pinned == null ? visible : visible.and(SqlCondition.of("c.pinned = :pinned", "pinned", pinned));
        var rows = select(
                        SqlCollections.COLUMNS,
                        listed.and(order.behind(request.cursor())),
                        " order by " + order.orderBy(request.cursor()) + " offset :offset limit :fetch")
                .bind("offset", request.cursor().offset())
                .bind("fetch", request.fetch())
                .map(SqlCollections::read)
                .all()
                .collectList();
        if (!request.wantsCount()) {
            return rows.map(r -> request.page(r, order.position(), null));
        }
        Mono<Long> count = select("count(*)", listed, "").mapValue(Long.class).one();
        return Mono.zip(rows, count, (r, n) -> request.page(r, order.position(), n));
    }

    /** @throws org.dermarium.web.Refusal when there is none, or none for this caller */
    public Mono<Collection> visible(Caller caller, long id) {
        return one(caller, id, "");
    }

    /** As {@link #visible}, and nobody else changes it until the transaction ends. */
    public Mono<Collection> claim(Caller caller, long id) {
        return one(caller, id, " for update of c");
    }

    /** Visible ones whose name holds the text, in any case. */
    public Flux<Collection> named(Caller caller, String text) {
        SqlCondition wanted = SqlVisibility.collections(caller)
                .and(SqlCondition.of("strpos(lower(c.name), lower(:text)) > 0", "text", text));
        return select(SqlCollections.COLUMNS, wanted, " order by c.name, c.id")
                .map(SqlCollections::read)
                .all();
    }

    /** @throws org.dermarium.web.Refusal when the creator has one of this name */
    public Mono<Collection> create(long creator, String name, String description, boolean isPublic) {
        var insert = db.sql(INSERT)
                .bind("creator", creator)
                .bind("name", name)
                .bind("description", description)
                .bind("public", isPublic);
        return published(EventType.COLLECTION_CREATED, insert);
    }

    /** Parts that are null stay as they are. */
    public Mono<Collection> edit(long id, Edit edit) {
        String parts = """
                name = coalesce(:name, c.name), description = coalesce(:description, c.description),
                public = coalesce(:public, c.public)""";
        var named = R2dbcValues.bind(update(id, parts), "name", edit.name(), String.class);
        var described = R2dbcValues.bind(named, "description", edit.description(), String.class);
        return changed(R2dbcValues.bind(described, "public", edit.isPublic(), Boolean.class));
    }

    public Mono<Collection> pin(long id, boolean pinned) {
        return changed(update(id, "pinned = :pinned").bind("pinned", pinned));
    }

    /** Publishes a change of its images or shares. */
    public Mono<Collection> touch(long id) {
        return changed(update(id, COUNT));
    }

    /** The lock comes in a statement of its own: what is counted then is what others have committed. */
    /**
     * Locks the collection while it has a DOI or a draft of one, with the digest of its members, and makes it public once
     * a DOI asks for that. Empty when there is no such collection.
     */
    public Mono<Collection> followDois(long id) {
        return db.sql("select id from collection where id = :id for update")
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .flatMap(found -> changed(update(id, FOLLOW_DOIS)));
    }

    public Mono<Void> delete(Collection collection) {
        return db.sql("delete from collection where id = :id")
                .bind("id", collection.id())
                .then()
                .then(outbox.append(EventType.COLLECTION_DELETED, SqlCollections.deleted(collection, clock.instant())));
    }

    /** Whether embargoed images are in it that the caller may see, and such that the caller may not. */
    Mono<PrivateImages> privateImages(Caller caller, long id) {
        SqlCondition visible = SqlVisibility.images(caller);
        return visible.bindTo(db.sql(PRIVATE_IMAGES.formatted(visible.text())))
                .bind("id", id)
                .map(row -> new PrivateImages(R2dbcValues.flag(row, "seen"), R2dbcValues.flag(row, "unseen")))
                .one();
    }

    private Mono<Collection> one(Caller caller, long id, String lock) {
        SqlCondition wanted = SqlVisibility.collections(caller).and(SqlCondition.of("c.id = :id", "id", id));
        return select(SqlCollections.COLUMNS, wanted, lock)
                .map(SqlCollections::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private GenericExecuteSpec select(String columns, SqlCondition condition, String rest) {
        return condition.bindTo(db.sql("select " + columns + " from collection c where " + condition.text() + rest));
    }

    private GenericExecuteSpec update(long id, String parts) {
        return db.sql(UPDATE.formatted(parts)).bind("id", id);
    }

    private Mono<Collection> changed(GenericExecuteSpec statement) {
        return published(EventType.COLLECTION_CHANGED, statement);
    }

    private Mono<Collection> published(EventType type, GenericExecuteSpec statement) {
        return statement
                .map(SqlCollections::read)
                .one()
                .onErrorMap(DataIntegrityViolationException.class, Collections::refusal)
                .flatMap(c -> outbox.append(type, c).thenReturn(c));
    }

    private static Throwable refusal(DataIntegrityViolationException broken) {
        return switch (BrokenRule.name(broken)) {
            case "collection_creator_name" -> Refusal.rule("Collection with this Creator and Name already exists.");
            case "collection_pinned_name" -> Refusal.badRequest("A pinned collection with this name already exists.");
            case "collection_pinned_implies_public" -> Refusal.badRequest("Only a public collection can be pinned.");
            default -> broken;
        };
    }
}
