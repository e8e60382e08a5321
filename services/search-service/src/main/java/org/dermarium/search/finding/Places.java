package org.dermarium.search.finding;

import java.util.Objects;
import org.dermarium.events.Image;
import org.dermarium.search.index.ImageDocument;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Positions;
import org.jspecify.annotations.Nullable;

/** Where images stand in listings: by time of publication. */
public final class Places {

    private Places() {}

    /** The time in microseconds that the page lies behind; null for the list's beginning. */
    public static @Nullable Long behind(Cursor cursor) {
        String position = cursor.position();
        if (position == null) {
            return null;
        }
        try {
            return ImageDocument.micros(Positions.time(position));
        } catch (ArithmeticException e) {
            throw Cursor.invalidPosition();
        }
    }

    public static String of(Image image) {
        return Positions.of(Objects.requireNonNull(image.publishedAt()));
    }
}
