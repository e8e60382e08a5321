package org.dermarium.ingest.zip;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.ingest.newaccession.RequestedVisibility;
import org.dermarium.ingest.upload.RegisterUpload;
import org.dermarium.store.JsonColumns;
import org.dermarium.upload.UploadedFile;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All ZIP uploads. */
@Repository
class ZipUploads {

    private static final String KIND = "ZIP upload";

    private static final String COLUMNS = """
            id, cohort, creator, file_name, object_key, size, publish, status, reason, problems::text as problems,
            accessions, traceparent""";

    private final DatabaseClient db;
    private final ObjectLedger ledger;
    private final RegisterUpload register;
    private final WorkQueue queue;

    ZipUploads(DatabaseClient db, ObjectLedger ledger, RegisterUpload register, WorkQueues queues) {
        this.db = db;
        this.ledger = ledger;
        this.register = register;
        this.queue = queues.named(UnpackZips.QUEUE);
    }

    /** The id of the one ZIP upload that this file becomes, however often it is added. */
    Mono<Long> add(
            long cohort,
            long creator,
            UploadedFile file,
            @Nullable RequestedVisibility publish,
            @Nullable String traceparent) {
        return register.once(
                file,
                new RegisterUpload.Wanted(KIND, cohort, publish == null ? "" : publish.label()),
                () -> known(file),
                () -> insert(cohort, creator, file, publish, traceparent),
                () -> new IllegalStateException(file.key() + " is taken by nobody"));
    }

    private Mono<RegisterUpload.Known> known(UploadedFile file) {
        return db.sql("select id, cohort, coalesce(publish, '') as asked from zip_upload where object_key = :key")
                .bind("key", file.key())
                .map(row -> new RegisterUpload.Known(
                        number(row, "id"), new RegisterUpload.Wanted(KIND, number(row, "cohort"), text(row, "asked"))))
                .one();
    }

    private Mono<Long> insert(
            long cohort,
            long creator,
            UploadedFile file,
            @Nullable RequestedVisibility publish,
            @Nullable String traceparent) {
        var statement = db.sql("""
                        insert into zip_upload(cohort, creator, file_name, object_key, size, publish, traceparent)
                        values (:cohort, :creator, :name, :key, :size, :publish, :trace)
                        on conflict (object_key) do nothing returning id""")
                .bind("cohort", cohort)
                .bind("creator", creator)
                .bind("name", file.name())
                .bind("key", file.key())
                .bind("size", file.size());
        statement = bind(statement, "publish", publish == null ? null : publish.label(), String.class);
        return bind(statement, "trace", traceparent, String.class)
                .map(row -> number(row, "id"))
                .one()
                .flatMap(id -> queue.add(id).thenReturn(id));
    }

    /** Empty when there is none. */
    Mono<ZipUpload> find(long id) {
        return db.sql("select " + COLUMNS + " from zip_upload where id = :id")
                .bind("id", id)
                .map(ZipUploads::zip)
                .one();
    }

    /** Notes that it is being taken apart. */
    Mono<Void> extracting(long id) {
        return db.sql("update zip_upload set status = 'extracting' where id = :id and status = 'created'")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Notes in the caller's transaction that it is done; an error when another instance was faster. */
    Mono<Void> extracted(ZipUpload zip, int accessions) {
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

    /** Notes in the caller's transaction why nothing was taken, and gives up the object. */
    Mono<Void> failed(ZipUpload zip, String reason, List<ZipProblem> problems) {
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
                RequestedVisibility.parse(row.get("publish", String.class)),
                text(row, "status"),
                row.get("reason", String.class),
                JsonColumns.list(text(row, "problems"), ZipProblem.class),
                get(row, "accessions", Integer.class),
                row.get("traceparent", String.class));
    }
}
