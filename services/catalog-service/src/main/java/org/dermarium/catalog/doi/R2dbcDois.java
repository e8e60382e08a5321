package org.dermarium.catalog.doi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dermarium.events.Doi;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** DOIs in PostgreSQL, written from events; the newest version stays. */
@Component
public class R2dbcDois implements Dois {

    private static final String MERGE = """
            insert into collection_doi (doi, collection, version, state, open)
            select * from unnest(:dois::text[], :collections::bigint[], :versions::bigint[], :states::text[],
                                 :open::boolean[])
            on conflict (doi) do update
              set collection = excluded.collection, version = excluded.version, state = excluded.state,
                  open = excluded.open
              where collection_doi.version < excluded.version
            returning collection""";

    private final DatabaseClient db;

    R2dbcDois(DatabaseClient db) {
        this.db = db;
    }

    /** The collections of which something new was said. */
    public Flux<Long> merge(Collection<Doi> states) {
        Map<String, Doi> newest = new LinkedHashMap<>();
        states.forEach(s -> newest.merge(s.doi(), s, (a, b) -> b.version() > a.version() ? b : a));
        List<Doi> dois = List.copyOf(newest.values());
        return db.sql(MERGE)
                .bind("dois", dois.stream().map(Doi::doi).toArray(String[]::new))
                .bind("collections", dois.stream().map(Doi::collection).toArray(Long[]::new))
                .bind("versions", dois.stream().map(Doi::version).toArray(Long[]::new))
                .bind("states", dois.stream().map(R2dbcDois::state).toArray(String[]::new))
                .bind("open", dois.stream().map(Doi::open).toArray(Boolean[]::new))
                .mapValue(Long.class)
                .all()
                .distinct();
    }

    @Override
    public Mono<Map<Long, String>> of(Collection<Long> collections) {
        return db.sql("select collection, doi from collection_doi where collection = any(:ids) and state = 'published'")
                .bind("ids", collections.toArray(Long[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("collection", Long.class)),
                        Objects.requireNonNull(row.get("doi", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static String state(Doi doi) {
        return doi.state().name().toLowerCase(Locale.ROOT);
    }
}
