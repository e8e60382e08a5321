package org.dermarium.catalog.collection;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.dermarium.events.Collection;

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
                number(row, "id"),
                number(row, "version"),
                text(row, "name"),
                text(row, "description"),
                flag(row, "public"),
                flag(row, "pinned"),
                flag(row, "locked"),
                flag(row, "magic"),
                number(row, "creator"),
                new TreeSet<>(Arrays.asList(Objects.requireNonNull(row.get("shared_with", Long[].class)))),
                false,
                number(row, "image_count"),
                row.get("members_sha256", String.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("changed_at", Instant.class)));
    }

    /** What is told of a collection that is no more. */
    static Collection deleted(Collection c) {
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
                Instant.now());
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class));
    }
}
