package org.dermarium.live;

import org.dermarium.store.notification.Notifications;
import org.dermarium.store.notification.NotificationsConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Gives a service with a database its live news. */
@AutoConfiguration(after = NotificationsConfig.class)
@ConditionalOnProperty("spring.r2dbc.url")
public class LiveConfig {

    @Bean
    Live live(Notifications notifications) {
        return new Live(notifications);
    }
}
