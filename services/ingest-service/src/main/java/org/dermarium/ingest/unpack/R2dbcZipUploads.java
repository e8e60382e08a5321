package org.dermarium.ingest.unpack;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.ingest.intake.Wish;
import org.dermarium.ingest.upload.RegisterUpload;
import org.dermarium.store.JsonColumns;
import org.dermarium.upload.UploadedFile;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcZipUploads implements ZipUploads {

    private static final String KIND = "ZIP upload";

    private static final String COLUMNS = """
            id, cohort, creator, file_name, object_key, size, wish, status, reason, problems::text as problems,
            accessions, traceparent""";

    private final DatabaseClient db;
    private final ObjectLedger ledger;
    private final RegisterUpload register;
    private final WorkQueue queue;

    R2dbcZipUploads(DatabaseClient db, ObjectLedger ledger, RegisterUpload register, WorkQueues queues) {
        this.db = db;
        this.ledger = ledger;
        this.register = register;
        this.queue = queues.named(UnpackZips.QUEUE);
    }

    @Override
    public Mono<Long> add(
            long cohort, long creator, UploadedFile file, @Nullable Wish wish, @Nullable String traceparent) {
        return register.once(
                file,
                new RegisterUpload.Wanted(KIND, cohort, wish == null ? "" : wish.label()),
                () -> known(file),
                () -> insert(cohort, creator, file, wish, traceparent),
                () -> new IllegalStateException(file.key() + " is taken by nobody"));
    }

    private Mono<RegisterUpload.Known> known(UploadedFile file) {
        return db.sql("select id, cohort, coalesce(wish, '') as asked from zip_upload where object_key = :key")
                .bind("key", file.key())
                .map(row -> new RegisterUpload.Known(
                        number(row, "id"), new RegisterUpload.Wanted(KIND, number(row, "cohort"), text(row, "asked"))))
                .one();
    }

    private Mono<Long> insert(
            long cohort, long creator, UploadedFile file, @Nullable Wish wish, @Nullable String traceparent) {
        var statement = db.sql("""
                        insert into zip_upload(cohort, creator, file_name, object_key, size, wish, traceparent)
                        values (:cohort, :creator, :name, :key, :size, :wish, :trace)
                        on conflict (object_key) do nothing returning id""")
                .bind("cohort", cohort)
                .bind("creator", creator)
                .bind("name", file.name())
                .bind("key", file.key())
                .bind("size", file.size());
        statement = bind(statement, "wish", wish == null ? null : wish.label(), String.class);
        return bind(statement, "trace", traceparent, String.class)
                .map(row -> number(row, "id"))
                .one()
                .flatMap(id -> queue.add(id).thenReturn(id));
    }

    @Override
    public Mono<ZipUpload> find(long id) {
        return db.sql("select " + COLUMNS + " from zip_upload where id = :id")
                .bind("id", id)
                .map(R2dbcZipUploads::zip)
                .one();
    }

    @Override
    public Mono<Void> extracting(long id) {
        return db.sql("update zip_upload set status = 'extracting' where id = :id and status = 'created'")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Mono<Void> extracted(ZipUpload zip, int accessions) {
        return db.sql("""
                        update zip_upload set status = 'extracted', accessions = :accessions
                        where id = :id and status = 'extracting'""")
                .bind("id", zip.id())
                .bind("accessions", accessions)
                .fetch()
                .rowsUpdated()
                .flatMap(updated -> updated == 1
                        ? giveUp(zip)
                        : Mono.error(new IllegalStateException("ZIP " + zip.id() + " is not being extracted")));
    }

    @Override
    public Mono<Void> failed(ZipUpload zip, String reason, List<ZipProblem> problems) {
        return db.sql("""
                        update zip_upload set status = 'failed', reason = :reason, problems = :problems::jsonb
                        where id = :id and status in ('created', 'extracting')""")
                .bind("id", zip.id())
                .bind("reason", reason)
                .bind("problems", JsonColumns.write(problems))
                .fetch()
                .rowsUpdated()
                .then(giveUp(zip));
    }

    /** Its accessions go on to use it, if it has any. */
    private Mono<Void> giveUp(ZipUpload zip) {
        return ledger.giveUp(List.of(ObjectName.inPrivate(zip.key())));
    }

    private static ZipUpload zip(Readable row) {
        return new ZipUpload(
                number(row, "id"),
                number(row, "cohort"),
                number(row, "creator"),
                text(row, "file_name"),
                text(row, "object_key"),
                number(row, "size"),
                Wish.parse(row.get("wish", String.class)),
                text(row, "status"),
                row.get("reason", String.class),
                JsonColumns.list(text(row, "problems"), ZipProblem.class),
                get(row, "accessions", Integer.class),
                row.get("traceparent", String.class));
    }
}
