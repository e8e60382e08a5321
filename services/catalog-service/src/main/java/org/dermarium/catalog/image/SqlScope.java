package org.dermarium.catalog.image;

import java.util.Set;
import org.dermarium.catalog.access.SqlVisibility;
import org.dermarium.store.SqlCondition;

/** A {@link Scope} as a condition on {@code image i}; what the caller may see is never left out. */
public final class SqlScope {

    private SqlScope() {}

    public static SqlCondition of(Scope scope) {
        SqlCondition condition = SqlVisibility.images(scope.caller()).and(SqlQuery.of(scope.query()));
        Set<Long> ids = scope.collections();
        return ids == null ? condition : condition.and(inCollections(scope, ids));
    }

    private static SqlCondition inCollections(Scope scope, Set<Long> ids) {
        SqlCondition visible = SqlVisibility.collections(scope.caller());
        String text = """
                i.isic_id in (select m.isic_id from collection_image m join collection c on c.id = m.collection
                              where c.id = any(:collections) and %s)""".formatted(visible.text());
        return SqlCondition.of(text, "collections", ids.toArray(Long[]::new))
                .and(new SqlCondition("true", visible.values()));
    }
}
