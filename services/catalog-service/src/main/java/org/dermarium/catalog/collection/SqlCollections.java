package org.dermarium.catalog.collection;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
import org.dermarium.events.Collection;
import org.dermarium.store.R2dbcValues;

/** Rows of collections with whom they are shared. */
public final class SqlCollections {

    /** Columns that {@link #read} reads, of {@code collection c}. */
    public static final String COLUMNS = """
            c.id, c.version, c.name, c.description, c.public, c.pinned, c.locked, c.cohort is not null as magic, c.creator,
            c.image_count, c.members_sha256, c.created_at, c.changed_at,
            array(select s.grantee from collection_share s where s.collection = c.id) as shared_with""";

    private SqlCollections() {}

    public static Collection read(Readable row) {
        return new Collection(
                R2dbcValues.number(row, "id"),
                R2dbcValues.number(row, "version"),
                R2dbcValues.text(row, "name"),
                R2dbcValues.text(row, "description"),
                R2dbcValues.flag(row, "public"),
                R2dbcValues.flag(row, "pinned"),
                R2dbcValues.flag(row, "locked"),
                R2dbcValues.flag(row, "magic"),
                R2dbcValues.number(row, "creator"),
                new TreeSet<>(Arrays.asList(R2dbcValues.get(row, "shared_with", Long[].class))),
                false,
                R2dbcValues.number(row, "image_count"),
                row.get("members_sha256", String.class),
                R2dbcValues.at(row, "created_at"),
                R2dbcValues.at(row, "changed_at"));
    }

    /** What is told of a collection that is no more. */
    static Collection deleted(Collection c, Instant at) {
        return new Collection(
                c.id(),
                c.version() + 1,
                c.name(),
                c.description(),
                c.isPublic(),
                c.pinned(),
                c.locked(),
                c.magic(),
                c.creator(),
                new TreeSet<>(),
                true,
                0,
                null,
                c.createdAt(),
                at);
    }
}
