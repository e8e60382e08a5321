package org.dermarium.doi.release;

/** Somebody else builds the release now. */
class ClaimLost extends RuntimeException {

    ClaimLost(Claim claim) {
        super("the release of " + claim.doi() + " has passed to another builder");
    }
}
