package org.dermarium.doi.datacite;

/** The registrar says no and would say no again: somebody has to look at the reason. */
public final class RegistrarRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public RegistrarRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
