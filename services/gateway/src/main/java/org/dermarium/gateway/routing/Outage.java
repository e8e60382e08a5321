package org.dermarium.gateway.routing;

/** Tells failures of a service from failures of the gateway. */
public final class Outage {

    private Outage() {}

    /** Whether a service could not be reached, stayed silent too long or broke off its answer. */
    public static boolean explains(Throwable failure) {
        return Breakers.isAway(failure);
    }
}
