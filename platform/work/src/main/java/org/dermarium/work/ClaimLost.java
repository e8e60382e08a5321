package org.dermarium.work;

/** Somebody else works on the job by now. Nothing of what was to be written with it is written. */
public class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClaimLost(String queue, String key) {
        super("job " + key + " of " + queue + " has passed to another holder");
    }
}
