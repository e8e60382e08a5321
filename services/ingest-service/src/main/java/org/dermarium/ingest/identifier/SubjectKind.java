package org.dermarium.ingest.identifier;

import java.util.Locale;

/** What a contributor numbers on its own. */
public enum SubjectKind {
    LESION("IL_"),
    PATIENT("IP_"),
    RCM_CASE("IRCM_");

    private final String prefix;

    SubjectKind(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The metadata field that holds the contributor's id. */
    public String field() {
        return label() + "_id";
    }
}
