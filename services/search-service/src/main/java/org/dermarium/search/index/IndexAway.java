package org.dermarium.search.index;

import java.io.IOException;

/** Elasticsearch does not answer, or has no index yet; the inbox waits such an outage out. */
public final class IndexAway extends IOException {

    private static final long serialVersionUID = 1L;

    public IndexAway(String message) {
        super(message);
    }

    public IndexAway(Throwable cause) {
        super("Elasticsearch does not answer: " + cause, cause);
    }
}
