package org.dermarium.challenge.scoring;

import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Score documents and curves as JSON texts. They are for those who may see the board they stand on; a team sees those of
 * all its submissions once the task's scores are published.
 */
@Repository
class ScoreDocuments {

    private static final String TABLES = """
             as content from submission s join task t on t.id = s.task join challenge c on c.id = t.challenge
            where
            """;

    private static final String DOCUMENT =
            "select coalesce((select document::text from score x where x.submission = s.id), '{}')" + TABLES;

    private static final String CURVES = """
            select '{' || coalesce((select string_agg(to_json(x.category) || ':' || x.curve::text, ',' order by x.position)
              from score_curve x where x.submission = s.id), '') || '}'""" + TABLES;

    private final DatabaseClient db;

    ScoreDocuments(DatabaseClient db) {
        this.db = db;
    }

    /** {@code {}} while there is no score; {@link org.dermarium.web.Refusal} when it does not exist for this caller. */
    Mono<String> document(Caller caller, long submission) {
        return visible(DOCUMENT, caller, submission);
    }

    /** The curves by category, in the truth's order. */
    Mono<String> curves(Caller caller, long submission) {
        return visible(CURVES, caller, submission);
    }

    private Mono<String> visible(String sql, Caller caller, long submission) {
        SqlCondition own = SqlVisibility.submissions(caller);
        SqlCondition shown = new SqlCondition(
                "(" + own.text() + " or exists (select from standing b where b.submission = s.id))", own.values());
        SqlCondition wanted = SqlVisibility.tasks(caller)
                .and(SqlVisibility.scores(caller))
                .and(shown)
                .and(SqlCondition.of("s.id = :id", "id", submission));
        return wanted.bindTo(db.sql(sql + wanted.text()))
                .mapValue(String.class)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
