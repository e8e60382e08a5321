package org.dermarium.catalog.access;

/**
 * What the caller sees by shares alone, as something to select from. How many rows a share opens is nothing that the
 * database's statistics know, so the two ways to find them stand side by side, and the size of what is shared picks one.
 * The offsets keep the planner from walking a whole list in search of them.
 */
final class SqlShared {

    /** Up to here each member is looked up; more are found by a scan of all embargoed images. */
    private static final int FEW = 2_000;

    private static final String SIZE = """
            (select coalesce(sum(c.image_count), 0) from collection_share s join collection c on c.id = s.collection
             where s.grantee = :caller)""";

    private static final String MEMBERS = """
            (select distinct m.isic_id from collection_share s join collection_image m on m.collection = s.collection
             where s.grantee = :caller and %s %s %d) m""";

    /** What an index of embargoed images has, so that no image need be read. */
    private static final String COLUMNS = "i.id, i.published_at, i.pin, i.lesion, i.contributor";

    private static final String EACH = """
            select i.* from %s cross join lateral (
              select %s from image i where i.isic_id = m.isic_id and i.visibility = 'embargoed' offset 0) i
            """.formatted(MEMBERS.formatted(SIZE, "<=", FEW), COLUMNS);

    private static final String SCAN = """
            select %s from %s join image i on i.isic_id = m.isic_id and i.visibility = 'embargoed'
            """.formatted(COLUMNS, MEMBERS.formatted(SIZE, ">", FEW));

    /** Embargoed ones that are not the caller's own, with the columns that lists are ordered by, as {@code i}. */
    static final String IMAGES = "(select i.* from ((%s) union all (%s)) i where i.contributor not in %s offset 0) i"
            .formatted(EACH, SCAN, SqlVisibility.OWN);

    /** All their embargoed images are of one contributor, so that all of them are shared or one is not seen. */
    static final String LESIONS = """
            (select l.* from (select i.lesion, count(*) as seen from %s where i.lesion is not null group by i.lesion) s
             cross join lateral (
               select l.id from lesion l
               where l.id = s.lesion and l.contributor is not null and l.embargoed = s.seen offset 0) l) l""".formatted(IMAGES);

    private SqlShared() {}
}
