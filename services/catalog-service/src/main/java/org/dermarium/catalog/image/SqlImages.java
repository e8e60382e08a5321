package org.dermarium.catalog.image;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dermarium.events.EventJson;
import org.dermarium.events.Image;

/** Rows of the read model as images. */
public final class SqlImages {

    /** The column that {@link #read} reads, of {@code image i}. */
    public static final String STATE = "i.state::text as state";

    private SqlImages() {}

    public static Image read(Readable row) {
        String state = Objects.requireNonNull(row.get("state", String.class));
        return EventJson.read(state.getBytes(StandardCharsets.UTF_8), Image.class);
    }
}
