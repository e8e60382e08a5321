package org.dermarium.catalog.image;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventJson;
import org.dermarium.store.R2dbcValues;

/** Rows of the read model as images. */
public final class SqlImages {

    /** The column that {@link #read} reads, of {@code image i}. */
    public static final String STATE = "i.state::text as state";

    private SqlImages() {}

    public static Image read(Readable row) {
        String state = R2dbcValues.text(row, "state");
        return EventJson.read(state.getBytes(StandardCharsets.UTF_8), Image.class);
    }
}
