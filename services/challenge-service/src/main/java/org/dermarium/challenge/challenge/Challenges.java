package org.dermarium.challenge.challenge;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.store.BrokenRule;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The challenges. */
@Repository
public class Challenges {

    private static final String SELECT = """
            select c.*, (select count(*) from team m where m.challenge = c.id) as teams from challenge c where
            """;

    private static final String ADD = """
            insert into challenge (slug, name, description, rules, opens_at, closes_at, scores_published, hidden)
            values (:slug, :name, :description, :rules, :opens, :closes, :published, :hidden) returning slug""";

    private static final String EDIT = """
            update challenge set slug = coalesce(:slug, slug), name = coalesce(:name, name),
              description = coalesce(:description, description), rules = coalesce(:rules, rules),
              opens_at = coalesce(:opens, opens_at), closes_at = coalesce(:closes, closes_at),
              scores_published = coalesce(:published, scores_published), hidden = coalesce(:hidden, hidden)
            where slug = :old returning slug""";

    private final DatabaseClient db;

    Challenges(DatabaseClient db) {
        this.db = db;
    }

    /** {@link org.dermarium.web.Refusal} when it does not exist for this caller. */
    public Mono<Challenge> visible(Caller caller, String slug) {
        var visible = SqlVisibility.challenges(caller);
        return visible.bindTo(db.sql(SELECT + visible.text() + " and c.slug = :slug"))
                .bind("slug", slug)
                .map(Challenges::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Newest first. */
    public Mono<Page<Challenge>> page(Caller caller, PageRequest request) {
        var visible = SqlVisibility.challenges(caller);
        Mono<Long> count = visible.bindTo(db.sql("select count(*) as n from challenge c where " + visible.text()))
                .map(row -> number(row, "n"))
                .one();
        return R2dbcPaging.page(request, paging -> rows(caller, paging), count, Challenge::id);
    }

    private Flux<Challenge> rows(Caller caller, R2dbcPaging paging) {
        var visible = SqlVisibility.challenges(caller);
        String sql = SELECT + visible.text() + " and " + paging.condition() + paging.order();
        return paging.bind(visible.bindTo(db.sql(sql))).map(Challenges::read).all();
    }

    /** The slug of the new one. */
    public Mono<String> add(ChallengeIn in) {
        return changed(db.sql(ADD), in);
    }

    /** The slug it has afterwards. */
    public Mono<String> edit(String slug, ChallengeIn changes) {
        var statement = db.sql(EDIT).bind("old", slug);
        return changed(statement, changes).switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private static Mono<String> changed(GenericExecuteSpec statement, ChallengeIn in) {
        var spec = bind(statement, "slug", in.slug(), String.class);
        spec = bind(spec, "name", in.name(), String.class);
        spec = bind(spec, "description", in.description(), String.class);
        spec = bind(spec, "rules", in.rules(), String.class);
        spec = bind(spec, "opens", in.opensAt(), OffsetDateTime.class);
        spec = bind(spec, "closes", in.closesAt(), OffsetDateTime.class);
        spec = bind(spec, "published", in.scoresPublished(), Boolean.class);
        spec = bind(spec, "hidden", in.hidden(), Boolean.class);
        return spec.map(row -> text(row, "slug"))
                .one()
                .onErrorMap(DataIntegrityViolationException.class, Challenges::refusal);
    }

    private static Throwable refusal(DataIntegrityViolationException broken) {
        return switch (BrokenRule.name(broken)) {
            case "challenge_name", "challenge_slug" ->
                Refusal.rule("A challenge with this name or slug already exists.");
            case "challenge_dates" -> Refusal.rule("A challenge must open before it closes.");
            default -> broken;
        };
    }

    private static Challenge read(Readable row) {
        return new Challenge(
                number(row, "id"),
                text(row, "slug"),
                text(row, "name"),
                text(row, "description"),
                text(row, "rules"),
                at(row, "opens_at"),
                at(row, "closes_at"),
                get(row, "scores_published", Boolean.class),
                get(row, "hidden", Boolean.class),
                number(row, "teams"));
    }
}
