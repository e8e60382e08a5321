package org.dermarium.challenge.leaderboard;

import java.util.List;
import org.dermarium.web.Caller;
import reactor.core.publisher.Mono;

/** The leaderboards. */
interface Boards {

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
    record Excerpt(long count, long firstRank, List<Standing> standings) {}

    /** {@link org.dermarium.web.NotFound} while the caller may not see the task's scores. */
    Mono<Void> visible(Caller caller, long task);

    /** As {@link #visible}, best first; of equal scores the earlier submission. */
    Mono<Excerpt> read(Caller caller, long task, Grouping grouping, int limit, long offset);
}
