package org.dermarium.challenge.access;

import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;

/**
 * The one place that decides who may see what. Staff see all; a hidden challenge, a hidden task or one that has not opened
 * is for nobody else, and what belongs to a team is for its members.
 */
public final class SqlVisibility {

    private static final SqlCondition ALL = SqlCondition.of("true");

    private SqlVisibility() {}

    /** For rows of {@code challenge c}. */
    public static SqlCondition challenges(Caller caller) {
        return caller.isStaff() ? ALL : SqlCondition.of("not c.hidden");
    }

    /** For rows of {@code task t} joined with their {@code challenge c}. */
    public static SqlCondition tasks(Caller caller) {
        return caller.isStaff() ? ALL : SqlCondition.of("not c.hidden and not t.hidden and t.opened_at is not null");
    }

    /** For rows of {@code team m}. */
    public static SqlCondition teams(Caller caller) {
        return ofTeam(caller, "m.id");
    }

    /** For rows of {@code approach a}; join and ask for {@link #tasks} as well. */
    public static SqlCondition approaches(Caller caller) {
        return ofTeam(caller, "a.team");
    }

    /** For rows of {@code submission s}; join and ask for {@link #tasks} as well. */
    public static SqlCondition submissions(Caller caller) {
        return ofTeam(caller, "s.team");
    }

    /** For the board and final scores of {@code task t} of {@code challenge c}; ask for {@link #tasks} as well. */
    public static SqlCondition scores(Caller caller) {
        return caller.isStaff() ? ALL : SqlCondition.of("(t.scores_published or c.scores_published)");
    }

    /**
     * For rows of {@code task_image i}: those that are asked for, and to others than staff nothing that the archive does not
     * show to everybody.
     */
    public static SqlCondition taskImages(Caller caller) {
        return SqlCondition.of(
                caller.isStaff()
                        ? "i.asked"
                        : "i.asked and not exists (select from hidden_id h where h.isic_id = i.isic_id)");
    }

    /**
     * For rows of {@code approach a} that are of the caller's own team: staff do not act for others' teams, and an account
     * that was closed does not act at all, whatever its token says.
     */
    public static SqlCondition members(Member member) {
        return inTeam(member, "a.team")
                .and(SqlCondition.of("not exists (select from person p where p.id = :caller and not p.active)"));
    }

    private static SqlCondition ofTeam(Caller caller, String team) {
        if (caller.isStaff()) {
            return ALL;
        }
        return caller instanceof Member member ? inTeam(member, team) : SqlCondition.of("false");
    }

    private static SqlCondition inTeam(Member member, String team) {
        return SqlCondition.of(
                "exists (select from team_member tm where tm.team = " + team + " and tm.person = :caller)",
                "caller",
                member.id());
    }
}
