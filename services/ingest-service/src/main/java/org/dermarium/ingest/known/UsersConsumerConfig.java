package org.dermarium.ingest.known;

import java.util.List;
import java.util.function.Consumer;
import org.dermarium.events.User;
import org.dermarium.inbox.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class UsersConsumerConfig {

    @Bean
    Consumer<Message<List<byte[]>>> users(Inbox inbox, KnownUsers known) {
        return inbox.batch(User.class, known::apply);
    }
}
