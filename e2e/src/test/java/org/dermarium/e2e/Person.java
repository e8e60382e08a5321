package org.dermarium.e2e;

import java.util.Locale;

/** Somebody who uses the archive. */
enum Person {
    ANONYMOUS,
    STAFF,
    CONTRIBUTOR,
    RESEARCHER,
    PARTICIPANT,
    PLAIN,
    OWNER;

    static final String PASSWORD = "dermarium-demo";

    String email() {
        return name().toLowerCase(Locale.ROOT) + "@example.org";
    }
}
