package org.dermarium.ingest.access;

import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;

/** The one place that decides who may see what: owners of a contributor all that is theirs, staff everything. */
public final class SqlVisibility {

    private SqlVisibility() {}

    /** For rows of {@code contributor c}. */
    public static SqlCondition contributors(Caller.Member caller) {
        return owned(caller, "c.id");
    }

    /** For rows of {@code cohort c}. */
    public static SqlCondition cohorts(Caller.Member caller) {
        return owned(caller, "c.contributor");
    }

    /** For rows of {@code described_accession a}. */
    public static SqlCondition accessions(Caller.Member caller) {
        return owned(caller, "a.contributor");
    }

    private static SqlCondition owned(Caller.Member caller, String contributor) {
        return caller.isStaff()
                ? SqlCondition.of("true")
                : SqlCondition.of(
                        "exists (select from contributor_owner o where o.contributor = " + contributor
                                + " and o.user_id = :caller)",
                        "caller",
                        caller.id());
    }
}
