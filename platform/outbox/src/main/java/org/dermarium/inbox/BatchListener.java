package org.dermarium.inbox;

import java.util.List;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.Event;

/** Applies events to a projection. Must be idempotent: the same event may come again, and old ones after new ones. */
@FunctionalInterface
public interface BatchListener<A extends Aggregate> {

    void apply(List<Event<A>> events) throws Exception;
}
