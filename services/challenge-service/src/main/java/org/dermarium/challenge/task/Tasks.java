package org.dermarium.challenge.task;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.atOrNull;
import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.challenge.classification.Truth;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.store.BrokenRule;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tasks. */
@Repository
public class Tasks {

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

    private static final String OPEN = """
            update task set opened_at = clock_timestamp(), collection = :collection
            where id = :id and opened_at is null and truth_key = :key""";

    private static final String SELECT = """
            select t.*, c.slug as challenge_slug, c.opens_at, c.closes_at, c.scores_published as all_published,
              coalesce(t.truth_rows, 0) - (%s) as images,
              array(select i.isic_id from task_image i where i.task = t.id and %s order by 1 limit 3) as first_images
            from task t join challenge c on c.id = t.challenge where
            """;

    /** The whole set has as many images as the truth has rows; few of them are not shown. */
    private static final String UNASKED = "select count(*) from task_image i where i.task = t.id and not i.asked";

    private static final String UNASKED_OR_HIDDEN = UNASKED + """
            ) - (select count(*) from hidden_id h join task_image i on i.isic_id = h.isic_id
            where i.task = t.id and i.asked""";

    private static final String KEEP_TRUTH = """
            update task t set truth_key = :key, truth_sha256 = :sha256, truth_rows = :rows, categories = :categories
            from (select id, truth_key from task where id = :id and (opened_at is null) = :draft for update) old
            where old.id = t.id
            returning coalesce(old.truth_key, '') as replaced""";

    private static final String ADD = """
            insert into task (challenge, slug, name, description, type, metric, max_approaches,
              max_submissions_per_week, requires_manuscript, scores_published, hidden, locked, collection, position)
            values (:challenge, :slug, :name, :description, :type, :metric, :approaches, :submissions, :manuscript,
              :published, :hidden, :locked, :collection, :position) returning id""";

    private final DatabaseClient db;

    Tasks(DatabaseClient db) {
        this.db = db;
    }

    /** {@link org.dermarium.web.Refusal} when it does not exist for this caller. */
    public Mono<Task> visible(Caller caller, long id) {
        return select(caller, SqlCondition.of("t.id = :id", "id", id))
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Those of these challenges that the caller may see, by position. */
    public Flux<Task> of(Caller caller, Collection<Long> challenges) {
        Long[] ids = challenges.toArray(Long[]::new);
        return select(caller, SqlCondition.of("t.challenge = any(:challenges)", "challenges", ids))
                .all();
    }

    private RowsFetchSpec<Task> select(Caller caller, SqlCondition wanted) {
        SqlCondition all = SqlVisibility.tasks(caller).and(wanted);
        String hidden = caller.isStaff() ? UNASKED : UNASKED_OR_HIDDEN;
        String select =
                SELECT.formatted(hidden, SqlVisibility.taskImages(caller).text());
        return all.bindTo(db.sql(select + all.text() + " order by t.position, t.id"))
                .map(Tasks::read);
    }

    public Mono<Long> add(long challenge, TaskIn in) {
        var statement = db.sql(ADD)
                .bind("challenge", challenge)
                .bind("type", Objects.requireNonNull(in.type()).label());
        return changed(statement, in);
    }

    public Mono<Void> edit(long id, TaskIn changes) {
        return changed(db.sql(UPDATE).bind("id", id), changes)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .then();
    }

    private static Mono<Long> changed(GenericExecuteSpec statement, TaskIn in) {
        var spec = bind(statement, "slug", in.slug(), String.class);
        spec = bind(spec, "name", in.name(), String.class);
        spec = bind(spec, "description", in.description(), String.class);
        spec = bind(spec, "metric", in.metric() == null ? null : in.metric().label(), String.class);
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
                .onErrorMap(DataIntegrityViolationException.class, Tasks::refusal);
    }

    private static Throwable refusal(DataIntegrityViolationException broken) {
        return switch (BrokenRule.name(broken)) {
            case "task_name", "task_slug" ->
                Refusal.rule("A task with this name or slug already exists in this challenge.");
            default -> broken;
        };
    }

    /**
     * Takes a checked truth; gives the key of the one it replaces, or an empty text.
     *
     * @param checked as it was when the truth was checked; {@link org.dermarium.web.Refusal} when it has opened since
     */
    public Mono<String> keepTruth(Task checked, String key, String sha256, Truth truth) {
        return db.sql(KEEP_TRUTH)
                .bind("id", checked.id())
                .bind("draft", checked.openedAt() == null)
                .bind("key", key)
                .bind("sha256", sha256)
                .bind("rows", truth.ids().size())
                .bind("categories", truth.categories().toArray(String[]::new))
                .map(row -> text(row, "replaced"))
                .one()
                .switchIfEmpty(Mono.error(
                        () -> Refusal.conflict("The task was opened at the same moment; send the truth again.")));
    }

    /** False when it was open already or its truth is another one by now. */
    Mono<Boolean> open(long id, String truthKey, @Nullable Long collection) {
        return bind(db.sql(OPEN), "collection", collection, Long.class)
                .bind("id", id)
                .bind("key", truthKey)
                .fetch()
                .rowsUpdated()
                .map(opened -> opened == 1);
    }

    private static Task read(Readable row) {
        return new Task(
                number(row, "id"),
                number(row, "challenge"),
                text(row, "challenge_slug"),
                text(row, "slug"),
                text(row, "name"),
                text(row, "description"),
                TaskType.named(text(row, "type")),
                Metric.named(text(row, "metric")),
                List.of(get(row, "categories", String[].class)),
                row.get("collection", Long.class),
                atOrNull(row, "opened_at"),
                get(row, "locked", Boolean.class),
                get(row, "hidden", Boolean.class),
                get(row, "scores_published", Boolean.class),
                get(row, "all_published", Boolean.class),
                get(row, "max_approaches", Integer.class),
                get(row, "max_submissions_per_week", Integer.class),
                get(row, "requires_manuscript", Boolean.class),
                get(row, "position", Integer.class),
                at(row, "opens_at"),
                at(row, "closes_at"),
                number(row, "images"),
                List.of(get(row, "first_images", String[].class)));
    }
}
