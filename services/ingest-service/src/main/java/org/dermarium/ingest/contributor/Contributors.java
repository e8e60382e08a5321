package org.dermarium.ingest.contributor;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.access.SqlVisibility;
import org.dermarium.outbox.Outbox;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All contributors. Owners see theirs, staff all. Other services are told who owns which. */
@Repository
public class Contributors {

    private static final int MOST_NAMED = 20;
    private static final String SELECT = """
            select c.*, array(select user_id from contributor_owner o where o.contributor = c.id) as owners
            from contributor c where
            """;

    private final DatabaseClient db;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    Contributors(DatabaseClient db, Outbox outbox, TransactionalOperator transaction) {
        this.db = db;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** The caller becomes sole owner. */
    Mono<Contributor> add(Caller.Member creator, ContributorIn contributor) {
        return db.sql("""
                        with made as (
                          insert into contributor(creator, institution_name, institution_url, legal_contact_info,
                            default_copyright_license, default_attribution)
                          values (:user, :name, :url, :legal, :license, :attribution) returning *),
                        owned as (insert into contributor_owner select id, :user from made)
                        select made.*, array[creator] as owners from made""")
                .bind("user", creator.id())
                .bind("name", contributor.institutionName())
                .bind("url", contributor.institutionUrl())
                .bind("legal", contributor.legalContactInfo())
                .bind("license", contributor.defaultCopyrightLicense())
                .bind("attribution", contributor.defaultAttribution())
                .map(Contributors::read)
                .one()
                .flatMap(made -> tell(EventType.CONTRIBUTOR_CREATED, made.id(), 1, made.owners())
                        .thenReturn(made))
                .as(transaction::transactional);
    }

    /** @throws Refusal (as signal) when there is none or the caller may not see it */
    public Mono<Contributor> visibleTo(Caller.Member caller, long id) {
        return visible(caller, where -> SELECT + "id = :id and " + where)
                .bind("id", id)
                .map(Contributors::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    public Mono<Page<Contributor>> page(Caller.Member caller, PageRequest request) {
        Mono<Long> count = visible(caller, where -> "select count(*) as n from contributor c where " + where)
                .map(row -> number(row, "n"))
                .one();
        return R2dbcPaging.page(request, paging -> rows(caller, paging), count, Contributor::id);
    }

    private Flux<Contributor> rows(Caller.Member caller, R2dbcPaging paging) {
        return paging.bind(visible(caller, where -> SELECT + where + " and " + paging.condition() + paging.order()))
                .map(Contributors::read)
                .all();
    }

    Flux<ContributorDetail.CohortCount> cohorts(long contributor) {
        return db.sql("""
                        select id, name, (select count(*) from accession a where a.cohort = c.id) as accessions
                        from cohort c where contributor = :contributor order by accessions desc, name""")
                .bind("contributor", contributor)
                .map(row -> new ContributorDetail.CohortCount(
                        number(row, "id"), text(row, "name"), number(row, "accessions")))
                .all();
    }

    /** At most {@value #MOST_NAMED} whose name contains the text, by name. */
    public Flux<Contributor> named(Caller.Member caller, String part) {
        return visible(
                        caller,
                        where -> SELECT + "strpos(lower(institution_name), lower(:part)) > 0 and " + where
                                + " order by institution_name limit " + MOST_NAMED)
                .bind("part", part)
                .map(Contributors::read)
                .all();
    }

    /** Replaces the owners. The row's lock puts two changes in order. */
    Mono<Void> changeOwners(long contributor, SortedSet<Long> owners) {
        return db.sql("update contributor set version = version + 1 where id = :contributor returning version")
                .bind("contributor", contributor)
                .mapValue(Long.class)
                .one()
                .flatMap(version -> write(contributor, owners)
                        .then(tell(EventType.CONTRIBUTOR_CHANGED, contributor, version, owners)))
                .as(transaction::transactional);
    }

    private Mono<Void> write(long contributor, SortedSet<Long> owners) {
        Mono<Void> forget = db.sql("delete from contributor_owner where contributor = :contributor")
                .bind("contributor", contributor)
                .then();
        Mono<Void> add = db.sql("insert into contributor_owner select :contributor, unnest(:owners::bigint[])")
                .bind("contributor", contributor)
                .bind("owners", owners.toArray(Long[]::new))
                .then();
        return forget.then(add);
    }

    private Mono<Void> tell(EventType type, long id, long version, SortedSet<Long> owners) {
        return outbox.append(type, new org.dermarium.events.Contributor(id, version, owners));
    }

    private DatabaseClient.GenericExecuteSpec visible(Caller.Member caller, UnaryOperator<String> statement) {
        SqlCondition visible = SqlVisibility.contributors(caller);
        return visible.bindTo(db.sql(statement.apply(visible.text())));
    }

    private static Contributor read(Readable row) {
        return new Contributor(
                number(row, "id"),
                at(row, "created"),
                number(row, "creator"),
                new TreeSet<>(List.of(get(row, "owners", Long[].class))),
                text(row, "institution_name"),
                text(row, "institution_url"),
                text(row, "legal_contact_info"),
                text(row, "default_copyright_license"),
                text(row, "default_attribution"));
    }
}
