package org.dermarium.projection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.Event;
import org.dermarium.inbox.Inbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.Message;

/** Binds projections to the bus, and knows what can be rebuilt. */
public final class Projections {

    private final Inbox inbox;
    private final ObjectProvider<ReadModel> beans;
    private final List<ReadModel> models = new CopyOnWriteArrayList<>();

    Projections(Inbox inbox, ObjectProvider<ReadModel> beans) {
        this.inbox = inbox;
        this.beans = beans;
    }

    /** A consumer bean, named as its binding. */
    public <A extends Aggregate> Consumer<Message<List<byte[]>>> of(Class<A> type, Projection<A> projection) {
        return inbox.batch(
                type, events -> projection.apply(Newest.of(events.stream().map(Event::state))));
    }

    /** As {@link #of}, for what can be rebuilt and is no bean by itself. */
    public <A extends Aggregate, M extends Projection<A> & ReadModel> Consumer<Message<List<byte[]>>> rebuilt(
            Class<A> type, M model) {
        models.add(model);
        return of(type, model);
    }

    List<ReadModel> readModels() {
        return Stream.concat(models.stream(), beans.orderedStream()).toList();
    }
}
