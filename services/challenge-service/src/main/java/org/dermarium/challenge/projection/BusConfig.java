package org.dermarium.challenge.projection;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.dermarium.challenge.member.R2dbcImageSets;
import org.dermarium.challenge.member.R2dbcPeople;
import org.dermarium.events.Aggregate;
import org.dermarium.events.Collection;
import org.dermarium.events.Event;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.events.User;
import org.dermarium.inbox.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What the read models of this service are written from. */
@Configuration(proxyBeanMethods = false)
class BusConfig {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Bean
    Consumer<Message<List<byte[]>>> images(Inbox inbox, R2dbcImageSets sets) {
        return inbox.batch(
                Image.class, events -> sets.mergeImages(states(events)).block(LIMIT));
    }

    @Bean
    Consumer<Message<List<byte[]>>> memberships(Inbox inbox, R2dbcImageSets sets) {
        return inbox.batch(
                Membership.class,
                events -> sets.mergeMemberships(states(events)).block(LIMIT));
    }

    @Bean
    Consumer<Message<List<byte[]>>> collections(Inbox inbox, R2dbcImageSets sets) {
        return inbox.batch(
                Collection.class,
                events -> sets.mergeCollections(states(events)).block(LIMIT));
    }

    @Bean
    Consumer<Message<List<byte[]>>> users(Inbox inbox, R2dbcPeople people) {
        return inbox.batch(User.class, events -> people.merge(states(events)).block(LIMIT));
    }

    private static <A extends Aggregate> List<A> states(List<Event<A>> events) {
        return events.stream().map(Event::state).toList();
    }
}
