package org.dermarium.embedded.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for requests, met in the order in which they were added. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Everything works again. */
    public synchronized void lift() {
        waiting.clear();
    }

    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    /** The fault that this request meets. */
    synchronized Optional<Fault> next(String method) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.meets(method)) {
                if (fault.times() > 1) {
                    waiting.set(i, fault.times(fault.times() - 1));
                } else {
                    waiting.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
