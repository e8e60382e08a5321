package org.dermarium.catalog.projection;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.dermarium.catalog.person.R2dbcPeople;
import org.dermarium.events.Doi;
import org.dermarium.events.Event;
import org.dermarium.events.Image;
import org.dermarium.events.User;
import org.dermarium.inbox.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class BusConfig {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Bean
    Consumer<Message<List<byte[]>>> images(Inbox inbox, ImageProjection projection) {
        return inbox.batch(Image.class, events -> projection.apply(states(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> users(Inbox inbox, R2dbcPeople people) {
        return inbox.batch(User.class, events -> people.merge(states(events)).block(LIMIT));
    }

    @Bean
    Consumer<Message<List<byte[]>>> dois(Inbox inbox, DoiProjection projection) {
        return inbox.batch(Doi.class, events -> projection.apply(states(events)));
    }

    private static <A extends org.dermarium.events.Aggregate> List<A> states(List<Event<A>> events) {
        return events.stream().map(Event::state).toList();
    }
}
