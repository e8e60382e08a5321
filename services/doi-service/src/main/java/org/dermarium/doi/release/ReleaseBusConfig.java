package org.dermarium.doi.release;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.dermarium.events.Event;
import org.dermarium.events.Image;
import org.dermarium.inbox.Inbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What the builder of releases listens to, apart from the rest of the service: neither delays the other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReleaseSettings.class)
class ReleaseBusConfig {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Bean
    Consumer<Message<List<byte[]>>> holdings(Inbox inbox, KnownImages known) {
        return inbox.batch(
                Image.class,
                events -> known.note(events.stream().map(Event::state).toList()).block(LIMIT));
    }
}
