package org.dermarium.catalog.collection;

import java.util.function.Function;
import org.dermarium.events.Collection;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Positions;

/** The orders of collection lists as keysets. */
enum SqlCollectionOrder {
    NEWEST("c.created_at", true, c -> Positions.of(c.createdAt())),
    CREATED("c.created_at", false, c -> Positions.of(c.createdAt())),
    NAME("c.name", false, Collection::name);

    private final String column;
    private final boolean falling;
    private final Function<Collection, String> position;

    SqlCollectionOrder(String column, boolean falling, Function<Collection, String> position) {
        this.column = column;
        this.falling = falling;
        this.position = position;
    }

    static SqlCollectionOrder of(Collections.Order order) {
        return valueOf(order.name());
    }

    Function<Collection, String> position() {
        return position;
    }

    String orderBy(Cursor cursor) {
        String direction = isFalling(cursor) ? " desc" : " asc";
        return column + direction + ", c.id" + direction;
    }

    /** Rows behind the cursor's position in its direction. */
    SqlCondition behind(Cursor cursor) {
        String text = cursor.position();
        if (text == null) {
            return SqlCondition.of("true");
        }
        Object value = this == NAME ? text : Positions.time(text);
        return SqlCondition.of(column + (isFalling(cursor) ? " < " : " > ") + ":position", "position", value);
    }

    private boolean isFalling(Cursor cursor) {
        return falling != cursor.reverse();
    }
}
