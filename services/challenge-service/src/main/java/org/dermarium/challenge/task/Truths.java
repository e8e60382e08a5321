package org.dermarium.challenge.task;

import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.challenge.classification.Truth;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.challenge.table.UnusableTable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The ground truths, for scoring alone: nothing that answers a request may hand on what it reads here. */
@Repository
public class Truths {

    private static final String BASIS = """
            select t.*,
              array(select i.isic_id from task_image i where i.task = t.id and not i.asked order by 1) as unasked,
              array(select i.isic_id from task_image i join hidden_id h on h.isic_id = i.isic_id
                    where i.task = t.id and i.asked order by 1) as hidden_since
            from task t where t.id = :id and t.truth_key is not null""";

    private final DatabaseClient db;
    private final BlobStore blobs;
    private final S3Settings settings;

    Truths(DatabaseClient db, BlobStore blobs, S3Settings settings) {
        this.db = db;
        this.blobs = blobs;
        this.settings = settings;
    }

    /**
     * What a task is scored by.
     *
     * @param key of the file in the private bucket; a new file gets a new key
     * @param sha256 of the file
     * @param rows of the file
     * @param unasked rows of images that were not public when the task opened: nobody is asked for them
     * @param hiddenSince rows of images that are no longer public: they count nothing, and may be left out
     */
    public record Basis(
            long task,
            Metric metric,
            String key,
            String sha256,
            int rows,
            Set<String> unasked,
            Set<String> hiddenSince) {}

    /** Empty when the task has no truth yet. */
    public Mono<Basis> of(long task) {
        return db.sql(BASIS)
                .bind("id", task)
                .map(row -> new Basis(
                        number(row, "id"),
                        Metric.named(text(row, "metric")),
                        text(row, "truth_key"),
                        text(row, "truth_sha256"),
                        get(row, "truth_rows", Integer.class),
                        Set.of(get(row, "unasked", String[].class)),
                        Set.of(get(row, "hidden_since", String[].class))))
                .one();
    }

    /** Reads the truth, and leaves in it what is asked and counts. Blocks. */
    public Truth read(Basis basis) throws IOException {
        try (InputStream in = blobs.open(settings.privateBucket(), basis.key())) {
            return Truth.read(in).without(basis.unasked()).withOptional(basis.hiddenSince());
        } catch (UnusableTable e) {
            throw new IllegalStateException("the truth of task " + basis.task() + " was checked when it came", e);
        }
    }
}
