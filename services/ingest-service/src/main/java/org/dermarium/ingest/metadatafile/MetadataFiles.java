package org.dermarium.ingest.metadatafile;

import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.ingest.csv.CsvReport;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.ingest.upload.RegisterUpload;
import org.dermarium.store.JsonColumns;
import org.dermarium.upload.UploadedFile;
import org.dermarium.web.caller.Caller;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** All metadata files. */
@Repository
class MetadataFiles {

    private static final String KIND = "metadata file";

    private static final String COLUMNS = """
            id, cohort, creator, by_staff, file_name, object_key, status, row_count, problems::text as problems,
            unstructured_columns::text as columns, applied""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final ObjectLedger ledger;
    private final RegisterUpload register;
    private final WorkQueue queue;

    MetadataFiles(
            DatabaseClient db,
            TransactionalOperator transaction,
            ObjectLedger ledger,
            RegisterUpload register,
            WorkQueues queues) {
        this.db = db;
        this.transaction = transaction;
        this.ledger = ledger;
        this.register = register;
        this.queue = queues.named(WorkOnMetadataFiles.QUEUE);
    }

    Mono<Long> add(long cohort, Caller.Member creator, UploadedFile file) {
        return register.once(
                file,
                new RegisterUpload.Wanted(KIND, cohort, ""),
                () -> known(file),
                () -> insert(cohort, creator, file),
                () -> new IllegalStateException(file.key() + " is taken by nobody"));
    }

    private Mono<RegisterUpload.Known> known(UploadedFile file) {
        return db.sql("select id, cohort from metadata_file where object_key = :key")
                .bind("key", file.key())
                .map(row -> new RegisterUpload.Known(
                        number(row, "id"), new RegisterUpload.Wanted(KIND, number(row, "cohort"), "")))
                .one();
    }

    private Mono<Long> insert(long cohort, Caller.Member creator, UploadedFile file) {
        return db.sql("""
                        insert into metadata_file(cohort, creator, by_staff, file_name, object_key, size)
                        values (:cohort, :creator, :staff, :name, :key, :size)
                        on conflict (object_key) do nothing returning id""")
                .bind("cohort", cohort)
                .bind("creator", creator.id())
                .bind("staff", creator.isStaff())
                .bind("name", file.name())
                .bind("key", file.key())
                .bind("size", file.size())
                .map(row -> number(row, "id"))
                .one()
                .flatMap(id -> queue.add(id).thenReturn(id));
    }

    /** Empty when there is none. */
    Mono<MetadataFile> find(long id) {
        return db.sql("select " + COLUMNS + " from metadata_file where id = :id")
                .bind("id", id)
                .map(MetadataFiles::file)
                .one();
    }

    /** Begins to apply it; false when it is not valid. */
    Mono<Boolean> startApplying(long id, long by) {
        return transaction.transactional(db.sql("""
                        update metadata_file set status = 'applying', applied_by = :by
                        where id = :id and status = 'valid'""")
                .bind("id", id)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? queue.add(id).thenReturn(true) : Mono.just(false)));
    }

    Mono<Void> checked(long id, CsvReport report) {
        return db.sql("""
                        update metadata_file set status = :status, row_count = :rows, problems = :problems::jsonb,
                          unstructured_columns = :columns::jsonb
                        where id = :id and status = 'validating'""")
                .bind("id", id)
                .bind("status", report.valid() ? "valid" : "invalid")
                .bind("rows", report.rows())
                .bind("problems", JsonColumns.write(report.problems()))
                .bind("columns", JsonColumns.write(report.unstructuredColumns()))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Notes in the caller's transaction that it is applied; an error when another instance was faster. */
    Mono<Void> applied(long id, int rows) {
        return db.sql(
                        "update metadata_file set status = 'applied', applied = :rows where id = :id and status = 'applying'")
                .bind("id", id)
                .bind("rows", rows)
                .fetch()
                .rowsUpdated()
                .flatMap(updated -> updated == 1
                        ? Mono.<Void>empty()
                        : Mono.error(new IllegalStateException("metadata file " + id + " is not being applied")));
    }

    Mono<Void> failed(long id, List<MetadataProblem> problems) {
        return db.sql("""
                        update metadata_file set status = 'failed', problems = :problems::jsonb
                        where id = :id and status in ('validating', 'applying')""")
                .bind("id", id)
                .bind("problems", JsonColumns.write(problems))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Forgets the file and gives up its object. */
    Mono<Boolean> delete(long id) {
        return transaction.transactional(db.sql("delete from metadata_file where id = :id returning object_key")
                .bind("id", id)
                .map(row -> text(row, "object_key"))
                .one()
                .flatMap(
                        key -> ledger.giveUp(List.of(ObjectName.inPrivate(key))).thenReturn(true))
                .defaultIfEmpty(false));
    }

    private static MetadataFile file(Readable row) {
        return new MetadataFile(
                number(row, "id"),
                number(row, "cohort"),
                number(row, "creator"),
                get(row, "by_staff", Boolean.class),
                text(row, "file_name"),
                text(row, "object_key"),
                MetadataFile.Status.valueOf(text(row, "status").toUpperCase(Locale.ROOT)),
                get(row, "row_count", Integer.class),
                JsonColumns.list(text(row, "problems"), MetadataProblem.class),
                JsonColumns.list(text(row, "columns"), String.class),
                get(row, "applied", Integer.class));
    }
}
