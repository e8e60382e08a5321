package org.dermarium.ingest.review;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.number;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The reviewers' verdicts. */
@Repository
class Reviews {

    private static final String DECIDE_AWAITING = """
            update accession set review = :value, reviewer = :reviewer, reviewed_at = now(), version = version + 1,
              changed = now()
            where id = any(array(
              select id from accession where cohort = :cohort and state = 'awaiting_review'
                and (:ids::bigint[] is null or id = any(:ids)) order by id for update))
            returning id""";

    private final DatabaseClient db;

    Reviews(DatabaseClient db) {
        this.db = db;
    }

    /**
     * Reviews those that await it.
     *
     * @param accessions null for all of the cohort
     * @return the accessions reviewed
     */
    Mono<List<Long>> decide(long cohort, @Nullable Collection<Long> accessions, boolean value, long reviewer) {
        var statement = db.sql(DECIDE_AWAITING)
                .bind("cohort", cohort)
                .bind("value", value)
                .bind("reviewer", reviewer);
        Long[] ids = accessions == null ? null : accessions.toArray(Long[]::new);
        return bind(statement, "ids", ids, Long[].class)
                .map(row -> number(row, "id"))
                .all()
                .collectList();
    }

    /** Those of these accessions that are published and so cannot be reviewed any more. */
    Mono<List<Long>> published(Collection<Long> accessions) {
        return db.sql("select id from accession where id = any(:ids) and state = 'published' order by id")
                .bind("ids", accessions.toArray(Long[]::new))
                .map(row -> number(row, "id"))
                .all()
                .collectList();
    }

    /** Reviews these, also again; unknown ones and those without a picture are left out. */
    Mono<List<Long>> decide(Map<Long, Boolean> verdicts, long reviewer) {
        var ids = List.copyOf(verdicts.keySet());
        return db.sql("""
                        update accession a set review = v.value, reviewer = :reviewer, reviewed_at = now(),
                          version = version + 1, changed = now()
                        from unnest(:ids::bigint[], :values::boolean[]) as v(id, value)
                        where a.id = v.id and a.status = 'succeeded' and a.visibility = 'unpublished'
                          and a.id = any(array(select id from accession where id = any(:ids) order by id for update))
                        returning a.id""")
                .bind("ids", ids.toArray(Long[]::new))
                .bind("values", ids.stream().map(verdicts::get).toArray(Boolean[]::new))
                .bind("reviewer", reviewer)
                .map(row -> number(row, "id"))
                .all()
                .collectList();
    }
}
