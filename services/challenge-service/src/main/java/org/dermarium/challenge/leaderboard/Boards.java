package org.dermarium.challenge.leaderboard;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The leaderboards. */
@Repository
class Boards {

    private static final String PAGE = """
            with page as (
              select * from standing b where b.task = :task%1$s
              order by b.overall desc, b.created_at, b.approach limit :limit offset :offset)
            select b.*, a.name as approach_name, a.manuscript_key, a.uses_external_data, m.name as team_name,
              m.institution, m.institution_url,
              exists (select from team_member x where x.team = b.team and x.person = :person) as yours
            from page b join approach a on a.id = b.approach join team m on m.id = b.team
            order by b.overall desc, b.created_at, b.approach""";

    private static final String COUNT = "select count(*) from standing b where b.task = :task%1$s";

    private static final String BETTER = COUNT + " and b.overall > :overall";

    private static final String VISIBLE = "select %s from task t join challenge c on c.id = t.challenge where ";

    private final DatabaseClient db;

    /** What a board has one row of. */
    enum Grouping {
        /** A team's best approach. */
        TEAM,
        APPROACH
    }

    /**
     * A page of a board.
     *
     * @param count rows of the whole board
     * @param firstRank of the first standing here
     */
    record Excerpt(long count, long firstRank, List<RankedSubmission> standings) {}

    Boards(DatabaseClient db) {
        this.db = db;
    }

    /** {@link org.dermarium.web.Refusal} while the caller may not see the task's scores. */
    Mono<Long> visible(Caller caller, long task) {
        return ifVisible(caller, task, "t.id");
    }

    /** A number that concerns {@code :task}. */
    private Mono<Long> ifVisible(Caller caller, long task, String number) {
        SqlCondition wanted = SqlVisibility.tasks(caller)
                .and(SqlVisibility.scores(caller))
                .and(SqlCondition.of("t.id = :task", "task", task));
        return wanted.bindTo(db.sql(VISIBLE.formatted(number) + wanted.text()))
                .mapValue(Long.class)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** As {@link #visible}, best first; of equal scores the earlier submission. */
    Mono<Excerpt> read(Caller caller, long task, Grouping grouping, int limit, long offset) {
        String condition = grouping == Grouping.TEAM ? " and b.best" : "";
        Mono<Long> count = ifVisible(caller, task, "(" + COUNT.formatted(condition) + ")");
        Mono<List<RankedSubmission>> standings = db.sql(PAGE.formatted(condition))
                .bind("task", task)
                .bind("limit", limit)
                .bind("offset", offset)
                .bind("person", caller instanceof Caller.Member member ? member.id() : 0L)
                .map(Boards::standing)
                .all()
                .collectList();
        return Mono.zip(count, standings)
                .flatMap(read -> firstRank(task, condition, offset, read.getT2())
                        .map(rank -> new Excerpt(read.getT1(), rank, read.getT2())));
    }

    private Mono<Long> firstRank(long task, String condition, long offset, List<RankedSubmission> standings) {
        if (offset == 0 || standings.isEmpty()) {
            return Mono.just(1L);
        }
        return db.sql(BETTER.formatted(condition))
                .bind("task", task)
                .bind("overall", standings.getFirst().overall())
                .mapValue(Long.class)
                .one()
                .map(better -> better + 1);
    }

    private static RankedSubmission standing(Readable row) {
        return new RankedSubmission(
                number(row, "submission"),
                number(row, "approach"),
                text(row, "approach_name"),
                row.get("manuscript_key", String.class),
                get(row, "uses_external_data", Boolean.class),
                get(row, "overall", Double.class),
                at(row, "created_at"),
                number(row, "team"),
                text(row, "team_name"),
                text(row, "institution"),
                text(row, "institution_url"),
                get(row, "yours", Boolean.class));
    }
}
