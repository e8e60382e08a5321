package org.dermarium.catalog.image;

import java.util.HashSet;
import java.util.List;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.web.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Public images that staff put first in the gallery. */
@Repository
class Pins {

    private static final String ORDER = """
            update image i set pin = base.highest + 1 + cardinality(:ids) - wanted.place
            from unnest(:ids::text[]) with ordinality as wanted(isic_id, place),
                 (select coalesce(max(pin), 0)::integer as highest from image where pin > 0 and isic_id <> all(:ids)) base
            where i.isic_id = wanted.isic_id and i.visibility = 'public'""";

    private static final String VISIBILITY = """
            select i.visibility from image i where (i.isic_id = :image or i.id::text = :image) and
            """ + SqlVisibility.LISTED;

    private static final String PIN = """
            update image set pin = case when :pinned then (select max(pin) + 1 from image) else 0 end
            where isic_id = :image or id::text = :image""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    Pins(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * Puts the image before all pinned ones, or takes its pin away.
     *
     * @param image its public id, or its number
     * @throws org.dermarium.web.Refusal when no image that is listed has it
     * @throws org.dermarium.web.Refusal when the image is embargoed
     */
    Mono<Void> pin(String image, boolean pinned) {
        return db.sql(VISIBILITY)
                .bind("image", image)
                .mapValue(String.class)
                .one()
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(visibility -> pinned && !visibility.equals("public")
                        ? Mono.error(Refusal.badRequest("Cannot pin a private image."))
                        : write(image, pinned));
    }

    private Mono<Void> write(String image, boolean pinned) {
        return db.sql(PIN).bind("image", image).bind("pinned", pinned).then();
    }

    /**
     * Puts these images in this order before all other pinned ones.
     *
     * @throws org.dermarium.web.Refusal when an id is repeated, unknown, or of an image that is not public; nothing is
     *     changed then
     */
    Mono<Void> order(List<String> isicIds) {
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

    private static Refusal invalidList() {
        return Refusal.badRequest("Invalid ISIC ID list.");
    }
}
