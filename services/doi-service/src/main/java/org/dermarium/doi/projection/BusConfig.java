package org.dermarium.doi.projection;

import java.util.List;
import java.util.function.Consumer;
import org.dermarium.events.Aggregate;
import org.dermarium.events.Collection;
import org.dermarium.events.Event;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.inbox.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What DOIs listen to. */
@Configuration(proxyBeanMethods = false)
class BusConfig {

    @Bean
    Consumer<Message<List<byte[]>>> images(Inbox inbox, MemberProjection projection) {
        return inbox.batch(Image.class, events -> projection.images(states(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> collections(Inbox inbox, MemberProjection projection) {
        return inbox.batch(Collection.class, events -> projection.collections(states(events)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> memberships(Inbox inbox, MemberProjection projection) {
        return inbox.batch(Membership.class, events -> projection.memberships(states(events)));
    }

    private static <A extends Aggregate> List<A> states(List<Event<A>> events) {
        return events.stream().map(Event::state).toList();
    }
}
