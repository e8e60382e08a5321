package org.dermarium.search.index;

import java.io.IOException;

/** Elasticsearch does not answer, or has no index yet; the inbox waits such an outage out. */
public final class IndexAway extends IOException {

    private static final long serialVersionUID = 1L;

    IndexAway(String message) {
        super(message);
    }

    IndexAway(Throwable cause) {
        super("Elasticsearch does not answer: " + cause, cause);
    }
}
