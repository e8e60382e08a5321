package org.dermarium.ingest.removal;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcRemovals implements Removals {

    private final DatabaseClient db;

    R2dbcRemovals(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<Void> add(Collection<GivenUp> objects) {
        return db.sql("insert into removal(bucket, object_key) select * from unnest(:buckets::text[], :keys::text[])")
                .bind("buckets", objects.stream().map(GivenUp::bucket).toArray(String[]::new))
                .bind("keys", objects.stream().map(GivenUp::key).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<List<Waiting>> next(int most) {
        return db.sql("select id, bucket, object_key from removal order by id limit :most")
                .bind("most", most)
                .map(row -> new Waiting(number(row, "id"), new GivenUp(text(row, "bucket"), text(row, "object_key"))))
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> forget(Collection<Long> ids) {
        return db.sql("delete from removal where id = any(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
