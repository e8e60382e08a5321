package org.dermarium.catalog.access;

import java.util.List;
import java.util.Map;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Anonymous;
import org.dermarium.web.caller.Caller.Member;

/**
 * The one place that decides who may see what. Images without a public id and withdrawn ones are in no list, not even in
 * that of staff.
 */
public final class SqlVisibility {

    /** Of {@code image i}: published, and so listed for somebody. */
    public static final String LISTED = "i.visibility in ('public', 'embargoed')";

    private static final String PUBLIC = "i.visibility = 'public'";

    /** Contributors that the caller owns. */
    static final String OWN = "(select o.id from contributor o where o.owners @> array[cast(:caller as bigint)])";

    private static final String SHARED = """
            exists (select from collection_share s join collection_image m on m.collection = s.collection
                    where s.grantee = :caller and m.isic_id = i.isic_id)""";

    private static final String OF_MEMBER =
            "(%s or i.visibility = 'embargoed' and (i.contributor in %s or %s))".formatted(PUBLIC, OWN, SHARED);

    private static final String OWN_OR_PUBLIC =
            "%s or i.visibility = 'embargoed' and i.contributor in %s".formatted(PUBLIC, OWN);

    private static final List<SqlPart> IMAGES_OF_MEMBER = List.of(
            rows -> rows.apply("image i where " + PUBLIC),
            rows -> ofOwnContributors(rows.apply("image i where i.contributor = o.id and i.visibility = 'embargoed'")),
            rows -> rows.apply(SqlShared.IMAGES + " where true"));

    /** A lesion belongs to one cohort; of several contributors it is by mistake alone. */
    private static final String MIXED_LESIONS = """
            lesion l where not l.open and l.contributor is null and not exists (
              select from image i where i.lesion = l.id and i.visibility = 'embargoed' and not %s)""".formatted(OF_MEMBER);

    private static final List<SqlPart> LESIONS_OF_MEMBER = List.of(
            rows -> rows.apply("lesion l where l.open"),
            rows -> ofOwnContributors(rows.apply("lesion l where l.contributor = o.id")),
            rows -> rows.apply(SqlShared.LESIONS + " where true"),
            rows -> rows.apply(MIXED_LESIONS));

    private static final String COLLECTION_OF_MEMBER = """
            (c.public or c.creator = :caller
             or exists (select from collection_share s where s.collection = c.id and s.grantee = :caller))""";

    private SqlVisibility() {}

    /** For rows of {@code image i}. Lists and counts use parts, which is the same in the order of an index. */
    public static SqlCondition images(Caller caller) {
        return switch (caller) {
            case Anonymous anybody -> SqlCondition.of(PUBLIC);
            case Member member when member.isStaff() -> SqlCondition.of(LISTED);
            case Member member -> SqlCondition.of(OF_MEMBER, "caller", member.id());
        };
    }

    /** The rows of {@code image i} for which {@link #images} holds. */
    public static List<SqlPart> imageParts(Caller caller) {
        return switch (caller) {
            case Member member when !member.isStaff() -> IMAGES_OF_MEMBER;
            case Caller other ->
                List.of(rows -> rows.apply("image i where " + images(other).text()));
        };
    }

    /** An expression: how many rows {@link #imageParts} has, from counts that are kept. */
    public static String imageCount(Caller caller) {
        return caller instanceof Member member && !member.isStaff()
                ? kept("images", "image_count i", OWN_OR_PUBLIC) + " + " + counted(SqlShared.IMAGES)
                : kept("images", "image_count i", images(caller).text());
    }

    /** The rows of {@code lesion l} all of whose listed images the caller may see. */
    public static List<SqlPart> lesionParts(Caller caller) {
        return switch (caller) {
            case Anonymous anybody -> List.of(rows -> rows.apply("lesion l where l.open"));
            case Member member when member.isStaff() -> List.of(rows -> rows.apply("lesion l where true"));
            case Member member -> LESIONS_OF_MEMBER;
        };
    }

    /** An expression: how many rows {@link #lesionParts} has, from counts that are kept. */
    public static String lesionCount(Caller caller) {
        return switch (caller) {
            case Anonymous anybody -> kept("lesions", "lesion_count l", "l.open");
            case Member member when member.isStaff() -> kept("lesions", "lesion_count l", "true");
            case Member member ->
                kept("lesions", "lesion_count l", "l.open or l.contributor in " + OWN) + " + "
                        + counted(SqlShared.LESIONS) + " + " + counted(MIXED_LESIONS);
        };
    }

    /** What a statement made of parts or counts is to be bound to. */
    public static Map<String, Object> values(Caller caller) {
        return caller instanceof Member member && !member.isStaff() ? Map.of("caller", member.id()) : Map.of();
    }

    /** For rows of {@code collection c}. */
    public static SqlCondition collections(Caller caller) {
        return switch (caller) {
            case Anonymous anybody -> SqlCondition.of("c.public");
            case Member member when member.isStaff() -> SqlCondition.of("true");
            case Member member -> SqlCondition.of(COLLECTION_OF_MEMBER, "caller", member.id());
        };
    }

    private static String kept(String sum, String counts, String condition) {
        return "(select coalesce(sum(%s), 0)::bigint from %s where %s)".formatted(sum, counts, condition);
    }

    private static String counted(String rows) {
        return "(select count(*) from " + rows + ")";
    }

    private static String ofOwnContributors(String rows) {
        return "select r.* from contributor o cross join lateral (" + rows + ") r"
                + " where o.owners @> array[cast(:caller as bigint)]";
    }
}
