package org.dermarium.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dermarium.events.User;
import org.dermarium.events.bus.Event;
import org.dermarium.inbox.Inbox;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.messaging.Message;

/** The smallest service that has an outbox and listens: it plays the catalogue. */
@SpringBootApplication
class Bus {

    static final String POISON = "poison@example.org";

    final List<User> applied = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger outages = new AtomicInteger();

    @Bean
    Consumer<Message<List<byte[]>>> users(Inbox inbox) {
        return inbox.batch(User.class, this::apply);
    }

    private void apply(List<Event<User>> events) {
        if (outages.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new DataAccessResourceFailureException("the store is away");
        }
        if (events.stream().anyMatch(e -> e.state().email().equals(POISON))) {
            throw new IllegalStateException("cannot apply this");
        }
        events.forEach(e -> applied.add(e.state()));
    }
}
