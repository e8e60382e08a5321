package org.dermarium.gateway.edge;

/** In which order requests pass the filters: the cheap and the most general first. */
public final class Order {

    static final int SECURITY_HEADERS = -100;
    static final int CROSS_ORIGIN = -90;
    public static final int RATE_LIMITS = -80;
    static final int TRAILING_SLASH = -70;
    static final int PLAIN_UPLOADS = -65;
    public static final int BODY_LIMIT = -60;
    public static final int SESSION = -50;

    private Order() {}
}
