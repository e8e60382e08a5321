package org.dermarium.e2e;

/** Somebody who uses the archive. */
enum Person {
    ANONYMOUS,
    STAFF,
    CONTRIBUTOR,
    RESEARCHER,
    PLAIN,
    OWNER;

    static final String PASSWORD = "dermarium-demo";

    String email() {
        return name().toLowerCase(java.util.Locale.ROOT) + "@example.org";
    }
}
