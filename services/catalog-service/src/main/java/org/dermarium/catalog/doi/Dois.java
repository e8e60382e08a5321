package org.dermarium.catalog.doi;

import java.util.Collection;
import java.util.Map;
import org.dermarium.store.R2dbcValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The published DOIs of collections, as far as the catalogue has heard of them. */
@Repository
public class Dois {

    private final DatabaseClient db;

    Dois(DatabaseClient db) {
        this.db = db;
    }

    /** By collection; one that has none, or only a draft, is left out. */
    public Mono<Map<Long, String>> of(Collection<Long> collections) {
        return db.sql("select collection, doi from collection_doi where collection = any(:ids) and state = 'published'")
                .bind("ids", collections.toArray(Long[]::new))
                .map(row -> Map.entry(R2dbcValues.number(row, "collection"), R2dbcValues.text(row, "doi")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
