package org.dermarium.ingest.imagemetadata;

import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.store.JsonColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All descriptions. */
@Repository
public class MetadataRecords {

    private static final String NAMED = """
            select id, file_name, visibility <> 'unpublished' as published, metadata::text as metadata,
              unstructured::text as unstructured, lesion, patient, rcm_case, license, attribution, row_public
            from accession where cohort = :cohort and file_name = any(:names) order by id""";

    private static final String WRITE = """
            update accession a set metadata = d.metadata::jsonb, unstructured = d.unstructured::jsonb,
              lesion = d.lesion, patient = d.patient, rcm_case = d.rcm_case, license = d.license,
              attribution = d.attribution, row_public = d.row_public,
              review = case when a.id = any(:again) then null else a.review end,
              version = a.version + 1, changed = now()
            from unnest(:ids::bigint[], :metadata::text[], :unstructured::text[], :lesions::text[], :patients::text[],
              :cases::text[], :licenses::text[], :attributions::text[], :publics::boolean[])
              as d(id, metadata, unstructured, lesion, patient, rcm_case, license, attribution, row_public)
            where a.id = d.id""";

    private static final String KEEP_VERSION = """
            insert into metadata_version(accession, creator, metadata, unstructured, lesion, patient, rcm_case)
            select id, :by, metadata, unstructured, lesion, patient, rcm_case from accession
            where id = any(:ids) order by id""";

    private final DatabaseClient db;

    MetadataRecords(DatabaseClient db) {
        this.db = db;
    }

    /** Of the cohort's files of these names, in order of accessions. */
    Mono<List<MetadataRecord>> named(long cohort, Collection<String> fileNames) {
        return read(NAMED, cohort, fileNames);
    }

    /** As {@link #named}, locked until the transaction ends. */
    Mono<List<MetadataRecord>> locked(long cohort, Collection<String> fileNames) {
        return read(NAMED + " for update", cohort, fileNames);
    }

    private Mono<List<MetadataRecord>> read(String sql, long cohort, Collection<String> fileNames) {
        return db.sql(sql)
                .bind("cohort", cohort)
                .bind("names", fileNames.toArray(String[]::new))
                .map(MetadataRecords::description)
                .all()
                .collectList();
    }

    private static MetadataRecord description(Readable row) {
        return new MetadataRecord(
                number(row, "id"),
                text(row, "file_name"),
                get(row, "published", Boolean.class),
                JsonColumns.fields(text(row, "metadata")),
                JsonColumns.fields(text(row, "unstructured")),
                row.get("lesion", String.class),
                row.get("patient", String.class),
                row.get("rcm_case", String.class),
                row.get("license", String.class),
                row.get("attribution", String.class),
                row.get("row_public", Boolean.class));
    }

    /**
     * Writes changed descriptions, each with a version for the history.
     *
     * @param reviewAgain those whose review is dropped
     */
    Mono<Void> write(List<MetadataRecord> changed, Set<Long> reviewAgain, long by) {
        Long[] ids = changed.stream().map(MetadataRecord::accession).toArray(Long[]::new);
        return db.sql(WRITE)
                .bind("ids", ids)
                .bind("again", reviewAgain.toArray(Long[]::new))
                .bind("metadata", column(changed, d -> JsonColumns.write(d.fields())))
                .bind("unstructured", column(changed, d -> JsonColumns.write(d.unstructured())))
                .bind("lesions", column(changed, MetadataRecord::lesion))
                .bind("patients", column(changed, MetadataRecord::patient))
                .bind("cases", column(changed, MetadataRecord::rcmCase))
                .bind("licenses", column(changed, MetadataRecord::license))
                .bind("attributions", column(changed, MetadataRecord::attribution))
                .bind("publics", changed.stream().map(MetadataRecord::rowPublic).toArray(Boolean[]::new))
                .fetch()
                .rowsUpdated()
                .then(db.sql(KEEP_VERSION)
                        .bind("ids", ids)
                        .bind("by", by)
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    private static String[] column(List<MetadataRecord> changed, Function<MetadataRecord, @Nullable String> value) {
        return changed.stream().map(value).toArray(String[]::new);
    }

    /** The names of all the cohort's files. */
    public Mono<Set<String>> fileNames(long cohort) {
        return db.sql("select file_name from accession where cohort = :cohort")
                .bind("cohort", cohort)
                .map(row -> text(row, "file_name"))
                .all()
                .collect(Collectors.toSet());
    }
}
