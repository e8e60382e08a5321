package org.dermarium.catalog.member;

import java.util.Collection;
import java.util.List;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.catalog.collection.Collections;
import org.dermarium.catalog.image.Scope;
import org.dermarium.catalog.image.SqlScope;
import org.dermarium.catalog.membership.Memberships;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The images of collections, by public id. Each change joins the caller's transaction, publishes what it changed, and
 * leaves alone what is so already.
 */
@Repository
class Members {

    private static final String ADD = """
            insert into collection_image (collection, isic_id) select :collection, unnest(:ids::text[])
            on conflict do nothing returning isic_id""";

    private static final String ADD_ALL = """
            insert into collection_image (collection, isic_id) select :collection, i.isic_id from image i where %s
            on conflict do nothing returning isic_id""";

    private static final String REMOVE = """
            delete from collection_image where collection = :collection and isic_id = any(:ids) returning isic_id""";

    /** An image that is listed for nobody stays: it shows nowhere, and hinders nothing. */
    private static final String REMOVE_UNSEEN = """
            delete from collection_image m using image i
            where m.collection = :collection and i.isic_id = m.isic_id and %s and not (%s) returning m.isic_id""";

    private final DatabaseClient db;
    private final Memberships memberships;
    private final Collections collections;

    Members(DatabaseClient db, Memberships memberships, Collections collections) {
        this.db = db;
        this.memberships = memberships;
        this.collections = collections;
    }

    Mono<Void> add(long collection, Collection<String> isicIds) {
        return change(collection, db.sql(ADD).bind("ids", isicIds.toArray(String[]::new)))
                .then();
    }

    /** Adds all images of the scope. */
    Mono<Void> addAll(long collection, Scope scope) {
        SqlCondition wanted = SqlScope.of(scope);
        return change(collection, wanted.bindTo(db.sql(ADD_ALL.formatted(wanted.text()))))
                .then();
    }

    /** Gives those that were in it. */
    Mono<List<String>> remove(long collection, Collection<String> isicIds) {
        return change(collection, db.sql(REMOVE).bind("ids", isicIds.toArray(String[]::new)));
    }

    /** Takes out the images that are listed, but not for this caller; gives their number. */
    Mono<Integer> removeUnseen(long collection, Caller caller) {
        SqlCondition seen = SqlVisibility.images(caller);
        return change(collection, seen.bindTo(db.sql(REMOVE_UNSEEN.formatted(SqlVisibility.LISTED, seen.text()))))
                .map(List::size);
    }

    /** Whether an embargoed image is in the scope. */
    Mono<Boolean> isPrivate(Scope scope) {
        SqlCondition wanted = SqlScope.of(scope);
        String sql = "select exists (select from image i where " + wanted.text() + " and i.visibility = 'embargoed')";
        return wanted.bindTo(db.sql(sql)).mapValue(Boolean.class).one();
    }

    /** Gives the ids of the images that the statement changed. */
    private Mono<List<String>> change(long collection, GenericExecuteSpec statement) {
        Mono<List<String>> changed = statement
                .bind("collection", collection)
                .mapValue(String.class)
                .all()
                .collectList();
        return changed.flatMap(ids -> ids.isEmpty()
                ? Mono.just(ids)
                : memberships
                        .changed(ids)
                        .then(Mono.defer(() -> collections.touch(collection)))
                        .thenReturn(ids));
    }
}
