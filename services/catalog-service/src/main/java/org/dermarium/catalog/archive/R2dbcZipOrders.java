package org.dermarium.catalog.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.dermarium.catalog.image.Scope;
import org.dermarium.catalog.person.People;
import org.dermarium.grant.Grant;
import org.dermarium.grant.Grants;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What people asked to download. The address names the order and its holder, so that it is short whatever the query; the
 * query is run when it is used, with the rights that its holder has then, so that what was withdrawn or un-shared meanwhile
 * is left out.
 */
@Repository
class R2dbcZipOrders {

    static final Duration LIFE = Duration.ofDays(1);

    private static final String PURPOSE = "zip";
    private static final int ID_BYTES = 16;

    /** Whoever orders the same gets the same row; those that nobody can use any more go. */
    private static final String TAKE = """
            with expired as (delete from zip_order where until < now() and id <> :id)
            insert into zip_order (id, query, collections, until) values (:id, :query, :collections, :until)
            on conflict (id) do update set until = greatest(zip_order.until, excluded.until)""";

    private final DatabaseClient db;
    private final Grants grants;
    private final People people;
    private final Clock clock;

    R2dbcZipOrders(DatabaseClient db, Grants grants, People people) {
        this.db = db;
        this.grants = grants;
        this.people = people;
        this.clock = Clock.systemUTC();
    }

    /** A token for the files of a query; a query that is none is refused here and not when the download begins. */
    Mono<String> take(Caller caller, @Nullable String query, @Nullable String collections) {
        Scope.of(caller, query, collections);
        String wanted = query == null ? "" : query;
        String among = collections == null ? "" : collections;
        String id = id(wanted, among);
        Instant until = clock.instant().plus(LIFE);
        return db.sql(TAKE)
                .bind("id", id)
                .bind("query", wanted)
                .bind("collections", among)
                .bind("until", until)
                .then()
                .then(Mono.fromSupplier(() -> grants.sign(new Grant(PURPOSE, id, caller.holder(), until))));
    }

    /**
     * What the bearer of a token may have now.
     *
     * @throws Refusal (or as signal) for a token that is missing, forged or expired
     */
    Mono<Scope> scope(@Nullable String token) {
        Grant grant = grants.read(PURPOSE, token).orElseThrow(Refusal::unauthorized);
        return people.now(grant.holder())
                .flatMap(caller -> db.sql("select query, collections from zip_order where id = :id")
                        .bind("id", grant.subject())
                        .map(row ->
                                Scope.of(caller, row.get("query", String.class), row.get("collections", String.class)))
                        .one())
                .switchIfEmpty(Mono.error(Refusal::unauthorized));
    }

    private static String id(String query, String collections) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(query.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] all = digest.digest(collections.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
