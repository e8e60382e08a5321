package org.dermarium.live;

import java.util.HashSet;
import java.util.Set;

/** What one reader has not been told of yet, in bounded memory. */
final class MissedIds {

    private static final int MOST = 10_000;

    private final Set<Long> ids = new HashSet<>();
    private boolean tooMany;

    synchronized void add(Set<Long> more) {
        if (ids.size() + more.size() > MOST) {
            tooMany = true;
        } else {
            ids.addAll(more);
        }
    }

    synchronized Set<Long> take() {
        Set<Long> taken = Set.copyOf(ids);
        ids.clear();
        return taken;
    }

    /** Whether some were left out: the reader has to look at everything again. */
    synchronized boolean areTooMany() {
        return tooMany;
    }
}
