package org.dermarium.ingest.cohort;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.function.UnaryOperator;
import org.dermarium.ingest.access.SqlVisibility;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All cohorts. Owners of the contributor see and fill theirs, staff all; for everybody else they do not exist. */
@Repository
public class Cohorts {

    private static final String SELECT = """
            select c.*, (select count(*) from accession a where a.cohort = c.id) as accessions
            from cohort c where
            """;

    private final DatabaseClient db;

    Cohorts(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Cohort> add(Caller.Member creator, CohortIn cohort) {
        return db.sql("""
                        insert into cohort(contributor, creator, name, description, default_copyright_license,
                          default_attribution)
                        values (:contributor, :user, :name, :description, :license, :attribution)
                        returning *, 0::bigint as accessions""")
                .bind("contributor", cohort.contributor())
                .bind("user", creator.id())
                .bind("name", cohort.name())
                .bind("description", cohort.description())
                .bind("license", cohort.defaultCopyrightLicense())
                .bind("attribution", cohort.defaultAttribution())
                .map(Cohorts::read)
                .one();
    }

    /**
     * The door of all that belongs to a cohort. Does not count its images, as {@link #visibleTo} does.
     *
     * @throws org.dermarium.web.Refusal (as signal) when there is none or the caller may not see it
     */
    public Mono<Void> checkVisible(Caller.Member caller, long id) {
        return visible(caller, where -> "select c.id from cohort c where id = :id and " + where)
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .then();
    }

    /** @throws org.dermarium.web.Refusal (as signal) when there is none or the caller may not see it */
    Mono<Cohort> visibleTo(Caller.Member caller, long id) {
        return visible(caller, where -> SELECT + "id = :id and " + where)
                .bind("id", id)
                .map(Cohorts::read)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    public Mono<Page<Cohort>> page(Caller.Member caller, PageRequest request) {
        Mono<Long> count = visible(caller, where -> "select count(*) as n from cohort c where " + where)
                .map(row -> number(row, "n"))
                .one();
        return R2dbcPaging.page(request, paging -> rows(caller, paging), count, Cohort::id);
    }

    private Flux<Cohort> rows(Caller.Member caller, R2dbcPaging paging) {
        return paging.bind(visible(caller, where -> SELECT + where + " and " + paging.condition() + paging.order()))
                .map(Cohorts::read)
                .all();
    }

    /** Those whose name contains the text, by name. */
    public Flux<Cohort> named(Caller.Member caller, String part) {
        return visible(
                        caller,
                        where -> SELECT + "strpos(lower(name), lower(:part)) > 0 and " + where + " order by name")
                .bind("part", part)
                .map(Cohorts::read)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec visible(Caller.Member caller, UnaryOperator<String> statement) {
        SqlCondition visible = SqlVisibility.cohorts(caller);
        return visible.bindTo(db.sql(statement.apply(visible.text())));
    }

    private static Cohort read(Readable row) {
        return new Cohort(
                number(row, "id"),
                at(row, "created"),
                number(row, "creator"),
                number(row, "contributor"),
                text(row, "name"),
                text(row, "description"),
                text(row, "default_copyright_license"),
                text(row, "default_attribution"),
                number(row, "accessions"));
    }
}
