package org.dermarium.catalog.sharing;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dermarium.catalog.collection.Collections;
import org.dermarium.catalog.collection.SqlCollections;
import org.dermarium.catalog.membership.Memberships;
import org.dermarium.catalog.person.People;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Private collections opened to single people; a change is published for the collection and for each image in it. */
@Repository
class Shares {

    private static final String GRANT = """
            insert into collection_share (collection, grantee, grantor)
            select :collection, unnest(:grantees::bigint[]), :grantor on conflict do nothing""";

    private static final String REVOKE =
            "delete from collection_share where collection = :collection and grantee = any(:grantees)";

    private final DatabaseClient db;
    private final Collections collections;
    private final Memberships memberships;
    private final People people;
    private final TransactionalOperator transaction;

    Shares(
            DatabaseClient db,
            Collections collections,
            Memberships memberships,
            People people,
            TransactionalOperator transaction) {
        this.db = db;
        this.collections = collections;
        this.memberships = memberships;
        this.people = people;
        this.transaction = transaction;
    }

    /** @param grantees ids of users */
    record Sharing(long id, String name, boolean isPublic, long owner, SortedSet<Long> grantees) {}

    /**
     * Lets these people see the collection and the images in it; a public collection is open already and stays as it is.
     *
     * @throws org.dermarium.web.Refusal for a magic collection, the grantor himself, or somebody who is not known
     */
    Mono<Void> grant(Member staff, long collection, Collection<Long> grantees) {
        return collections
                .claim(staff, collection)
                .flatMap(c -> {
                    if (c.magic()) {
                        return Mono.error(Refusal.badRequest("Magic collections cannot be shared."));
                    }
                    if (grantees.contains(staff.id())) {
                        return Mono.error(Refusal.badRequest("Cannot share a collection with yourself."));
                    }
                    if (grantees.contains(c.creator())) {
                        return Mono.error(Refusal.badRequest("Cannot share a collection with its owner."));
                    }
                    var insert = db.sql(GRANT).bind("grantor", staff.id());
                    return known(grantees).then(c.isPublic() ? Mono.empty() : change(insert, collection, grantees));
                })
                .as(transaction::transactional);
    }

    /** Takes back what {@link #grant} gave. */
    Mono<Void> revoke(Member staff, long collection, Collection<Long> grantees) {
        return collections
                .claim(staff, collection)
                .flatMap(c -> change(db.sql(REVOKE), collection, grantees))
                .as(transaction::transactional);
    }

    /** How collections are shared, those that exist in the order of their ids. */
    Mono<List<Sharing>> of(Member staff, Collection<Long> ids) {
        return db.sql("select " + SqlCollections.COLUMNS + " from collection c where c.id = any(:ids) order by c.id")
                .bind("ids", ids.toArray(Long[]::new))
                .map(SqlCollections::read)
                .all()
                .map(c -> new Sharing(c.id(), c.name(), c.isPublic(), c.creator(), c.sharedWith()))
                .collectList();
    }

    private Mono<Void> known(Collection<Long> ids) {
        return people.names(ids).flatMap(names -> {
            var unknown = new TreeSet<>(ids);
            unknown.removeAll(names.keySet());
            return unknown.isEmpty() ? Mono.empty() : Mono.error(Refusal.badRequest("No such users: " + unknown));
        });
    }

    private Mono<Void> change(GenericExecuteSpec statement, long collection, Collection<Long> grantees) {
        return statement
                .bind("collection", collection)
                .bind("grantees", grantees.toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .flatMap(changed -> changed == 0
                        ? Mono.empty()
                        : memberships
                                .imagesOf(collection)
                                .flatMap(memberships::changed)
                                .then(Mono.defer(() -> collections.touch(collection))))
                .then();
    }
}
