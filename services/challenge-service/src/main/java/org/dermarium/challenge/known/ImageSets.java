package org.dermarium.challenge.known;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The images of collections, as far as the bus has told of them. */
@Repository
public class ImageSets {

    private static final String MEMBERS = """
            select m.isic_id from membership m join image i on i.isic_id = m.isic_id
            where m.collections @> array[cast(:id as bigint)] and i.visibility in ('public', 'embargoed')
            order by 1""";

    private final DatabaseClient db;

    ImageSets(DatabaseClient db) {
        this.db = db;
    }

    /** The name of a collection, or empty when it was not heard of or is deleted. */
    public Mono<String> nameOf(long collection) {
        return db.sql("select name from collection where id = :id and not deleted")
                .bind("id", collection)
                .mapValue(String.class)
                .one();
    }

    /** Public ids of its public and embargoed images, sorted. */
    public Mono<List<String>> membersOf(long collection) {
        return db.sql(MEMBERS)
                .bind("id", collection)
                .mapValue(String.class)
                .all()
                .collectList();
    }
}
