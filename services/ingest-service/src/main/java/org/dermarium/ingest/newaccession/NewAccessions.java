package org.dermarium.ingest.newaccession;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dermarium.ingest.upload.RegisterUpload;
import org.dermarium.store.JsonColumns;
import org.dermarium.upload.UploadedFile;
import org.dermarium.work.Signal;
import org.dermarium.work.WorkQueues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where accessions begin. */
@Repository
public class NewAccessions {

    /** Sent when some were added. */
    public static final String SIGNAL = "accessions";

    private static final String ADD = """
            insert into accession(cohort, creator, zip_upload, file_name, original_key, original_size, original_offset,
              original_packed, original_method, asked, publish, traceparent)
            select cohort, creator, "zipUpload", "fileName", original ->> 'key', (original ->> 'size')::bigint,
              (original -> 'place' ->> 'offset')::bigint, (original -> 'place' ->> 'packed')::bigint,
              (original -> 'place' ->> 'method')::int, asked, publish, traceparent
            from rows from (json_to_recordset(cast(:rows as json)) as (cohort bigint, creator bigint, "zipUpload" bigint,
              "fileName" text, original json, asked text, publish text, traceparent text)) with ordinality
            order by ordinality on conflict do nothing returning id""";

    private final DatabaseClient db;
    private final Signal arrived;

    NewAccessions(DatabaseClient db, WorkQueues queues) {
        this.db = db;
        this.arrived = queues.signal(SIGNAL);
    }

    /**
     * Adds them in this order in the caller's transaction, whose commit wakes those who process them. Those whose name
     * the cohort has already are left out, and so is an upload that is an accession already.
     *
     * @return the ids given
     */
    public Mono<List<Long>> add(List<NewAccession> accessions) {
        return db.sql(ADD)
                .bind("rows", JsonColumns.write(accessions))
                .map(row -> number(row, "id"))
                .all()
                .collectList()
                .flatMap(ids -> arrived.send().thenReturn(ids));
    }

    /** What an upload that came alone is already, if anything. */
    public Mono<RegisterUpload.Known> known(UploadedFile upload) {
        return db.sql("select id, cohort, asked from accession where original_key = :key and zip_upload is null")
                .bind("key", upload.key())
                .map(row -> new RegisterUpload.Known(
                        number(row, "id"),
                        new RegisterUpload.Wanted(
                                NewAccession.KIND, number(row, "cohort"), row.get("asked", String.class))))
                .one();
    }

    /** Those of these names that the cohort has already. */
    public Mono<Set<String>> taken(long cohort, Collection<String> fileNames) {
        return db.sql("select file_name from accession where cohort = :cohort and file_name = any(:names)")
                .bind("cohort", cohort)
                .bind("names", fileNames.toArray(String[]::new))
                .map(row -> text(row, "file_name"))
                .all()
                .collect(Collectors.toSet());
    }
}
