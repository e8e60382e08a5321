package org.dermarium.catalog.access;

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

    private static final String OF_MEMBER = """
            (i.visibility = 'public' or i.visibility = 'embargoed' and (
              i.contributor in (select o.id from contributor o where o.owners @> array[cast(:caller as bigint)])
              or i.isic_id in (select m.isic_id from collection_share s join collection_image m on m.collection = s.collection
                               where s.grantee = :caller)))""";

    private static final String COLLECTION_OF_MEMBER = """
            (c.public or c.creator = :caller
             or exists (select from collection_share s where s.collection = c.id and s.grantee = :caller))""";

    private SqlVisibility() {}

    /** For rows of {@code image i}. */
    public static SqlCondition images(Caller caller) {
        return switch (caller) {
            case Anonymous anybody -> SqlCondition.of("i.visibility = 'public'");
            case Member member when member.isStaff() -> SqlCondition.of(LISTED);
            case Member member -> SqlCondition.of(OF_MEMBER, "caller", member.id());
        };
    }

    /** For rows of {@code collection c}. */
    public static SqlCondition collections(Caller caller) {
        return switch (caller) {
            case Anonymous anybody -> SqlCondition.of("c.public");
            case Member member when member.isStaff() -> SqlCondition.of("true");
            case Member member -> SqlCondition.of(COLLECTION_OF_MEMBER, "caller", member.id());
        };
    }
}
