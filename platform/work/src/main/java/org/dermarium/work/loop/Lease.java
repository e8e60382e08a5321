package org.dermarium.work.loop;

import org.dermarium.work.ClaimLost;

/** The hold on what is worked on. The loop renews it; long work asks now and then whether it still may. */
@FunctionalInterface
public interface Lease {

    /** @throws ClaimLost when somebody else may work on it already */
    void check();
}
