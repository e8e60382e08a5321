package org.dermarium.catalog.image;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.events.EventJson;
import org.dermarium.events.Image;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes states of images into the read model, many in one statement; the newest version stays. */
@Component
public class R2dbcReadModel {

    private static final String MERGE = """
            insert into %1$s (id, state, published_at)
            select id, state::jsonb, published from unnest(:ids::bigint[], :states::text[], :published::timestamptz[])
              as news(id, state, published)
            on conflict (id) do update
              set state = excluded.state, published_at = excluded.published_at, applied_at = clock_timestamp()
              where %1$s.version < excluded.version
            returning id""";

    private final DatabaseClient db;

    R2dbcReadModel(DatabaseClient db) {
        this.db = db;
    }

    /** Where states are written. */
    public enum Target {
        LIVE("image"),
        REBUILD("image_rebuild");

        private final String table;

        Target(String table) {
            this.table = table;
        }
    }

    /** Gives back the images whose state was newer than the one known. */
    public Mono<List<Image>> merge(Target target, Collection<Image> states) {
        Map<Long, Image> newest = new LinkedHashMap<>();
        states.forEach(s -> newest.merge(s.id(), s, (a, b) -> b.version() > a.version() ? b : a));
        List<Image> images = List.copyOf(newest.values());
        return db.sql(MERGE.formatted(target.table))
                .bind("ids", images.stream().map(Image::id).toArray(Long[]::new))
                .bind("states", images.stream().map(R2dbcReadModel::json).toArray(String[]::new))
                .bind(
                        "published",
                        images.stream().map(i -> micros(i.publishedAt())).toArray(OffsetDateTime[]::new))
                .mapValue(Long.class)
                .all()
                .collectList()
                .map(ids -> ids.stream().map(newest::get).toList());
    }

    private static String json(Image image) {
        return new String(EventJson.write(image), StandardCharsets.UTF_8);
    }

    /** The database would round where cursors cut off. */
    private static @Nullable OffsetDateTime micros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
