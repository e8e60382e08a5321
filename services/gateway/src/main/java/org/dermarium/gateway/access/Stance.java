package org.dermarium.gateway.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** How a route knows who asks. Every route to a service declares one; without it nothing is handed on. */
public enum Stance {
    /** By the client's own bearer or else the browser's session. */
    CALLER,
    /** As {@link #CALLER}, for answers that go on for hours: one whose caller's authorization is revoked is cut off. */
    STREAM,
    /** By the grant in the path {@code /files/images/<grant>/<name>}; nothing else that is sent counts. */
    GRANT_IN_PATH,
    /** By the grant in the parameter {@code token}, or {@code zsid} as existing clients name it; nothing else counts. */
    GRANT_IN_QUERY,
    /** The identity service's pages and OAuth endpoints, which look after their own cookies, clients and tokens. */
    IDENTITY,
    /** Objects in the storage, which knows its own signatures and nobody's tokens. */
    STORAGE;

    /** The name of the routes' metadata that holds it. */
    public static final String KEY = "stance";

    private static final int GRANT_SEGMENT = 3;

    /**
     * @param metadata of the route
     * @throws IllegalStateException when it declares none
     */
    public static Stance of(String route, Map<String, Object> metadata) {
        if (metadata.get(KEY) instanceof Stance stance) {
            return stance;
        }
        throw new IllegalStateException("the route " + route + " does not declare how it knows who asks");
    }

    public boolean isCaller() {
        return this == CALLER || this == STREAM;
    }

    public boolean isGrant() {
        return this == GRANT_IN_PATH || this == GRANT_IN_QUERY;
    }

    /** Null when there is none, or none is looked for. */
    public @Nullable String grant(String path, MultiValueMap<String, String> query) {
        return switch (this) {
            case GRANT_IN_PATH -> {
                String[] segments = path.split("/", -1);
                yield segments.length > GRANT_SEGMENT ? segments[GRANT_SEGMENT] : null;
            }
            case GRANT_IN_QUERY -> {
                String token = query.getFirst("token");
                yield token != null ? token : query.getFirst("zsid");
            }
            case CALLER, STREAM, IDENTITY, STORAGE -> null;
        };
    }
}
