package org.dermarium.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an image has come on its way to the public. */
public enum Visibility {
    /** Accepted but without a public id; seen only in the contributor's own lists. */
    @JsonProperty("unpublished")
    UNPUBLISHED,
    /** Has a public id; exists only for staff, the contributor's owners and those it is shared with. */
    @JsonProperty("embargoed")
    EMBARGOED,
    @JsonProperty("public")
    PUBLIC,
    /** Taken back; a tombstone with the reason remains. */
    @JsonProperty("withdrawn")
    WITHDRAWN
}
