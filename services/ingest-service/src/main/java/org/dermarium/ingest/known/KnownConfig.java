package org.dermarium.ingest.known;

import java.util.List;
import java.util.function.Consumer;
import org.dermarium.events.User;
import org.dermarium.projection.table.Table;
import org.dermarium.projection.table.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The read model. */
@Configuration(proxyBeanMethods = false)
class KnownConfig {

    private static final Table<User> USER = Table.of(User.class, "known_user", "id", User::id)
            .column("version", User::version)
            .column("active", User::active);

    @Bean
    Consumer<Message<List<byte[]>>> users(Tables tables) {
        return tables.of(USER);
    }
}
