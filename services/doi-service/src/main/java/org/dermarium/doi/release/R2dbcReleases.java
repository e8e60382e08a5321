package org.dermarium.doi.release;

import io.r2dbc.spi.Readable;
import java.util.Locale;
import java.util.Objects;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcReleases implements Releases {

    private static final String ORDER = """
            insert into release(doi, slug, isic_ids, supplements) values (:doi, :slug, :isic_ids, :supplements)
            on conflict (doi) do update set slug = excluded.slug, state = 'building', edition = release.edition + 1,
              isic_ids = excluded.isic_ids, supplements = excluded.supplements, gathered_at = null,
              archive_sha256 = null, bytes_done = 0, bytes_total = 0, problem = null, failures = 0,
              failing_since = null, retry_at = now(), ordered_at = now()
            where release.state = 'ended'""";

    private static final String GIVE_UP = """
            with given_up as (
              update release set state = 'ended', holder = null, held_until = null
              where doi = :doi and state <> 'frozen' returning doi)
            delete from release_member where doi in (select doi from given_up)""";

    private final DatabaseClient db;

    R2dbcReleases(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<Void> order(FreezeOrder order) {
        if (order.isicIds().isEmpty()) {
            return Mono.error(new IllegalArgumentException("a release of no images: " + order.doi()));
        }
        return db.sql(ORDER)
                .bind("doi", order.doi())
                .bind("slug", order.slug())
                .bind("isic_ids", order.isicIds().stream().distinct().sorted().toArray(String[]::new))
                .bind("supplements", ReleaseJson.write(order.supplements()))
                .then();
    }

    @Override
    public Mono<Boolean> giveUp(String doi) {
        return db.sql(GIVE_UP)
                .bind("doi", doi)
                .then()
                .then(db.sql("select exists (select from release where doi = :doi and state = 'frozen')")
                        .bind("doi", doi)
                        .mapValue(Boolean.class)
                        .one())
                .map(isFrozen -> !isFrozen);
    }

    @Override
    public Mono<Release> of(String doi) {
        return db.sql("select doi, state, bytes_done, bytes_total, files, problem from release where doi = :doi")
                .bind("doi", doi)
                .map(R2dbcReleases::release)
                .one();
    }

    private static Release release(Readable row) {
        return new Release(
                get(row, "doi", String.class),
                Release.State.valueOf(get(row, "state", String.class).toUpperCase(Locale.ROOT)),
                get(row, "bytes_done", Long.class),
                get(row, "bytes_total", Long.class),
                ReleaseJson.list(get(row, "files", String.class), DataFile.class),
                row.get("problem", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
