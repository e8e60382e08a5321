package org.dermarium.ingest.newaccession;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.ingest.upload.RegisterUpload;
import org.dermarium.upload.UploadedFile;
import org.dermarium.work.Signal;
import org.dermarium.work.WorkQueues;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where accessions begin. */
@Repository
public class NewAccessions {

    /** Sent when some were added. */
    public static final String SIGNAL = "accessions";

    private static final String ADD = """
            insert into accession(cohort, creator, zip_upload, file_name, original_key, original_offset,
              original_packed, original_method, original_size, asked, publish, traceparent)
            select n.cohort, n.creator, n.zip, n.name, n.key, n.start, n.packed, n.method, n.size, n.asked,
              n.publish, n.trace
            from unnest(:cohorts::bigint[], :creators::bigint[], :zips::bigint[], :names::text[], :keys::text[],
              :offsets::bigint[], :packed::bigint[], :methods::int[], :sizes::bigint[], :asked::text[],
              :visibilities::text[], :traces::text[]) with ordinality
              as n(cohort, creator, zip, name, key, start, packed, method, size, asked, publish, trace, place)
            order by n.place on conflict do nothing returning id""";

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
                .bind("cohorts", longs(accessions, NewAccession::cohort))
                .bind("creators", longs(accessions, NewAccession::creator))
                .bind("zips", longs(accessions, NewAccession::zipUpload))
                .bind("names", texts(accessions, NewAccession::fileName))
                .bind("keys", texts(accessions, NewAccession::key))
                .bind(
                        "offsets",
                        longs(
                                accessions,
                                a -> a.entry() == null ? null : a.entry().offset()))
                .bind(
                        "packed",
                        longs(
                                accessions,
                                a -> a.entry() == null ? null : a.entry().packed()))
                .bind("methods", accessions.stream().map(NewAccessions::method).toArray(Integer[]::new))
                .bind("sizes", longs(accessions, NewAccession::size))
                .bind("asked", texts(accessions, NewAccession::asked))
                .bind(
                        "visibilities",
                        texts(
                                accessions,
                                a -> a.publish() == null ? null : a.publish().label()))
                .bind("traces", texts(accessions, NewAccession::traceparent))
                .map(row -> number(row, "id"))
                .all()
                .collectList()
                .flatMap(ids -> arrived.send().thenReturn(ids));
    }

    private static @Nullable Integer method(NewAccession accession) {
        return accession.entry() == null ? null : accession.entry().method();
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

    private static Long[] longs(List<NewAccession> accessions, Function<NewAccession, @Nullable Long> value) {
        return accessions.stream().map(value).toArray(Long[]::new);
    }

    private static String[] texts(List<NewAccession> accessions, Function<NewAccession, @Nullable String> value) {
        return accessions.stream().map(value).toArray(String[]::new);
    }
}
