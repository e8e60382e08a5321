package org.dermarium.challenge.contest;

import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.S3Settings;
import org.dermarium.challenge.scoring.Metric;
import org.dermarium.challenge.scoring.Truth;
import org.dermarium.challenge.scoring.UnusableTable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Truths in the private bucket. */
@Component
class S3Truths implements Truths {

    private final DatabaseClient db;
    private final BlobStore blobs;
    private final S3Settings settings;

    S3Truths(DatabaseClient db, BlobStore blobs, S3Settings settings) {
        this.db = db;
        this.blobs = blobs;
        this.settings = settings;
    }

    @Override
    public Mono<Basis> of(long task) {
        return db.sql("select * from task where id = :id and truth_key is not null")
                .bind("id", task)
                .map(row -> new Basis(
                        number(row, "id"),
                        Metric.named(text(row, "metric")),
                        List.of(get(row, "categories", String[].class)),
                        text(row, "truth_key"),
                        text(row, "truth_sha256"),
                        get(row, "truth_rows", Integer.class)))
                .one();
    }

    @Override
    public Truth read(Basis basis) throws IOException {
        try (InputStream in = blobs.open(settings.privateBucket(), basis.key())) {
            return Truth.read(in);
        } catch (UnusableTable e) {
            throw new IllegalStateException("the truth of task " + basis.task() + " was checked when it came", e);
        }
    }
}
