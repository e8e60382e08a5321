package org.dermarium.catalog.image;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dermarium.events.Image;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Positions;
import org.jspecify.annotations.Nullable;

/** The two orders of image lists: by publication, or pinned ones first. A position of one is none of the other. */
enum SqlImageOrder {
    PUBLISHED("i.published_at, i.id", "i.published_at desc, i.id desc"),
    PINNED("-i.pin, i.published_at, i.id", "-i.pin desc, i.published_at desc, i.id desc");

    private static final Pattern PIN = Pattern.compile("[0-9]{1,9}");

    private final String forth;
    private final String back;

    SqlImageOrder(String forth, String back) {
        this.forth = forth;
        this.back = back;
    }

    /** An image with its pin, 0 for none. */
    record Row(Image image, int pin) {}

    String orderBy(Cursor cursor) {
        return cursor.reverse() ? back : forth;
    }

    String position(Row row) {
        String time = Positions.of(Objects.requireNonNull(row.image.publishedAt()));
        return this == PUBLISHED ? time : row.pin + "|" + time;
    }

    /** Rows behind the cursor's position in its direction. */
    SqlCondition behind(Cursor cursor) {
        String position = cursor.position();
        if (position == null) {
            return SqlCondition.of("true");
        }
        String later = cursor.reverse() ? "<" : ">";
        if (this == PUBLISHED) {
            return SqlCondition.of("i.published_at " + later + " :position", "position", time(position));
        }
        String[] parts = position.split("\\|", -1);
        if (parts.length != 2 || !PIN.matcher(parts[0]).matches()) {
            throw Cursor.invalidPosition();
        }
        String text = "(-i.pin, i.published_at) %s (-cast(:pin as integer), :position)".formatted(later);
        return new SqlCondition(text, Map.of("pin", Integer.parseInt(parts[0]), "position", time(parts[1])));
    }

    private static Instant time(@Nullable String text) {
        return Positions.time(Objects.requireNonNull(text));
    }
}
