package org.dermarium.catalog.member;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigInteger;
import java.util.List;
import org.dermarium.catalog.collection.CollectionId;
import org.dermarium.catalog.collection.Collections;
import org.dermarium.catalog.image.Scope;
import org.dermarium.catalog.image.SqlScope;
import org.dermarium.store.R2dbcValues;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whom the images of a collection are by and under which licences, as far as the caller may see them. */
@RestController
class AttributionController {

    private static final String COUNTS = """
            select i.state ->> 'license' as license, i.state ->> 'attribution' as attribution, count(*) as count
            from image i where %s group by 1, 2 order by count desc, license, attribution""";

    private final Collections collections;
    private final DatabaseClient db;

    AttributionController(Collections collections, DatabaseClient db) {
        this.collections = collections;
        this.db = db;
    }

    record AttributionOut(String license, String attribution, long count) {}

    @GetMapping("/api/v2/collections/{id}/attribution/")
    @Operation(summary = "Licences and attributions of a collection, with the number of images of each")
    Mono<List<AttributionOut>> attribution(@PathVariable BigInteger id, Caller caller) {
        return collections
                .visible(caller, CollectionId.of(id))
                .flatMap(c -> counts(Scope.ofCollection(caller, c.id())));
    }

    private Mono<List<AttributionOut>> counts(Scope scope) {
        SqlCondition wanted = SqlScope.of(scope);
        return wanted.bindTo(db.sql(COUNTS.formatted(wanted.text())))
                .map(row -> new AttributionOut(
                        R2dbcValues.text(row, "license"),
                        R2dbcValues.text(row, "attribution"),
                        R2dbcValues.number(row, "count")))
                .all()
                .collectList();
    }
}
