package org.dermarium.store;

import io.r2dbc.postgresql.api.PostgresqlException;
import org.springframework.dao.DataIntegrityViolationException;

/** Which rule of the database a change broke. For the code alone: people are told in words of their own. */
public final class BrokenRule {

    private BrokenRule() {}

    /** The constraint's or unique index's name; empty when it is none. */
    public static String name(DataIntegrityViolationException broken) {
        return broken.getMostSpecificCause() instanceof PostgresqlException told
                ? told.getErrorDetails().getConstraintName().orElse("")
                : "";
    }
}
