package org.dermarium.catalog.image;

import java.util.HashSet;
import java.util.List;
import org.dermarium.web.BadRequest;
import org.dermarium.web.NotFound;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Pins beside the read model of images. */
@Component
class R2dbcPins implements Pins {

    private static final String ORDER = """
            update image i set pin = base.highest + 1 + cardinality(:ids) - wanted.place
            from unnest(:ids::text[]) with ordinality as wanted(isic_id, place),
                 (select coalesce(max(pin), 0)::integer as highest from image where pin > 0 and isic_id <> all(:ids)) base
            where i.isic_id = wanted.isic_id and i.visibility = 'public'""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    R2dbcPins(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public Mono<Void> pin(String image, boolean pinned) {
        return db.sql("""
                        select visibility from image
                        where (isic_id = :image or id::text = :image) and visibility in ('public', 'embargoed')""")
                .bind("image", image)
                .mapValue(String.class)
                .one()
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(visibility -> pinned && !visibility.equals("public")
                        ? Mono.error(new BadRequest("Cannot pin a private image."))
                        : write(image, pinned));
    }

    private Mono<Void> write(String image, boolean pinned) {
        return db.sql("""
                        update image set pin = case when :pinned then (select max(pin) + 1 from image) else 0 end
                        where isic_id = :image or id::text = :image""").bind("image", image).bind("pinned", pinned).then();
    }

    @Override
    public Mono<Void> order(List<String> isicIds) {
        if (new HashSet<>(isicIds).size() != isicIds.size()) {
            return Mono.error(invalidList());
        }
        return db.sql(ORDER)
                .bind("ids", isicIds.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .flatMap(changed -> changed == isicIds.size() ? Mono.<Void>empty() : Mono.error(invalidList()))
                .as(transaction::transactional);
    }

    private static BadRequest invalidList() {
        return new BadRequest("Invalid ISIC ID list.");
    }
}
