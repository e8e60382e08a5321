package org.dermarium.doi.release;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcReleases implements Releases {

    private final DatabaseClient db;

    R2dbcReleases(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<Void> order(FreezeOrder order) {
        if (order.isicIds().isEmpty()) {
            return Mono.error(new IllegalArgumentException("a release of no images: " + order.doi()));
        }
        List<Supplement> supplements =
                order.supplements().stream().map(Supplement::of).toList();
        return db.sql("""
                        insert into release(doi, slug, isic_ids, supplements)
                        values (:doi, :slug, :isic_ids, :supplements) on conflict (doi) do nothing""")
                .bind("doi", order.doi())
                .bind("slug", order.slug())
                .bind("isic_ids", order.isicIds().stream().distinct().sorted().toArray(String[]::new))
                .bind("supplements", ReleaseJson.write(supplements))
                .then();
    }

    @Override
    public Mono<Release> of(String doi) {
        return db.sql("select doi, state, bytes_done, bytes_total, files, problem from release where doi = :doi")
                .bind("doi", doi)
                .map(R2dbcReleases::release)
                .one();
    }

    private static Release release(Readable row) {
        Release.State state = switch (get(row, "state", String.class)) {
            case "frozen" -> Release.State.FROZEN;
            case "failed" -> Release.State.FAILED;
            default -> Release.State.BUILDING;
        };
        return new Release(
                get(row, "doi", String.class),
                state,
                get(row, "bytes_done", Long.class),
                get(row, "bytes_total", Long.class),
                ReleaseJson.list(get(row, "files", String.class), DataFile.class),
                row.get("problem", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
