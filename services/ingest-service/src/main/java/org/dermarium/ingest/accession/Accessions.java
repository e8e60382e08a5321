package org.dermarium.ingest.accession;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.atOrNull;
import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.events.Image;
import org.dermarium.events.Image.Visibility;
import org.dermarium.events.StoredObject;
import org.dermarium.ingest.access.SqlVisibility;
import org.dermarium.store.JsonColumns;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All accessions, to be read. Features that change them write their own columns and publish with {@link ImageEvents}. */
@Repository
public class Accessions {

    private static final String THUMBNAIL_TYPE = "image/jpeg";

    private final DatabaseClient db;
    private final S3Settings storage;

    Accessions(DatabaseClient db, S3Settings storage) {
        this.db = db;
        this.storage = storage;
    }

    /** In order of their ids. */
    public Flux<Accession> find(Collection<Long> ids) {
        return db.sql("select * from described_accession where id = any(:ids) order by id")
                .bind("ids", ids.toArray(Long[]::new))
                .map(this::read)
                .all();
    }

    /** @throws org.dermarium.web.Refusal (as signal) when there is none or the caller may not see its cohort */
    public Mono<Accession> visibleTo(Caller.Member caller, long id) {
        SqlCondition visible = SqlVisibility.accessions(caller);
        return visible.bindTo(db.sql("select * from described_accession a where id = :id and " + visible.text()))
                .bind("id", id)
                .map(this::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** Newest first. The caller MUST have checked that the cohort is visible. */
    public Mono<Page<Accession>> page(long cohort, @Nullable State state, PageRequest request) {
        String in = " from described_accession where cohort = :cohort and (:state::text is null or state = :state)";
        Mono<Long> count = of("select count(*) as n" + in, cohort, state)
                .map(row -> number(row, "n"))
                .one();
        return R2dbcPaging.page(
                request,
                paging -> paging.bind(
                                of("select *" + in + " and " + paging.condition() + paging.order(), cohort, state))
                        .map(this::read)
                        .all(),
                count,
                Accession::id);
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, long cohort, @Nullable State state) {
        return bind(db.sql(sql).bind("cohort", cohort), "state", state == null ? null : state.label(), String.class);
    }

    /** How many there are in each state. */
    public Mono<Map<State, Long>> progress(long cohort) {
        return db.sql("select state, count(*) as n from accession where cohort = :cohort group by state")
                .bind("cohort", cohort)
                .map(row -> Map.entry(State.of(text(row, "state")).orElseThrow(), number(row, "n")))
                .all()
                .collectList()
                .map(Accessions::everyState);
    }

    private static Map<State, Long> everyState(List<Map.Entry<State, Long>> counts) {
        Map<State, Long> all = new EnumMap<>(State.class);
        for (State state : State.values()) {
            all.put(state, 0L);
        }
        counts.forEach(count -> all.put(count.getKey(), count.getValue()));
        return all;
    }

    private Accession read(Readable row) {
        Publication publication = publication(row);
        return new Accession(
                number(row, "id"),
                number(row, "version"),
                new Image.Cohort(number(row, "cohort"), text(row, "cohort_name")),
                new Image.Contributor(number(row, "contributor")),
                text(row, "file_name"),
                State.of(text(row, "state")).orElseThrow(),
                row.get("reason", String.class),
                row.get("full_key") == null ? null : picture(row, publication),
                text(row, "license"),
                text(row, "attribution"),
                PublicMetadata.of(
                        JsonColumns.fields(text(row, "metadata")),
                        row.get("lesion", String.class),
                        row.get("patient", String.class),
                        row.get("rcm_case", String.class)),
                row.get("review", Boolean.class),
                publication,
                row.get("traceparent", String.class),
                at(row, "created"),
                at(row, "changed"));
    }

    private static Publication publication(Readable row) {
        return new Publication(
                Visibility.valueOf(text(row, "visibility").toUpperCase(Locale.ROOT)),
                row.get("isic_id", String.class),
                atOrNull(row, "published_at"),
                get(row, "was_public", Boolean.class),
                row.get("withdrawn_reason", String.class),
                row.get("unpublished_reason", String.class));
    }

    private Picture picture(Readable row, Publication publication) {
        String isicId = publication.isicId();
        var picture = new Picture(
                file(row, "full", text(row, "full_type")),
                file(row, "thumbnail", THUMBNAIL_TYPE),
                get(row, "width", Integer.class),
                get(row, "height", Integer.class));
        return publication.visibility() == Visibility.PUBLIC && isicId != null
                ? picture.published(storage.publicBucket(), isicId)
                : picture;
    }

    private StoredObject file(Readable row, String which, String contentType) {
        return new StoredObject(
                storage.privateBucket(),
                text(row, which + "_key"),
                number(row, which + "_size"),
                text(row, which + "_sha256"),
                number(row, which + "_crc32"),
                contentType);
    }
}
