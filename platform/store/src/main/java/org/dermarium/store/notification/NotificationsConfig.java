package org.dermarium.store.notification;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Gives a service with a database its connection for notifications. */
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnProperty("spring.r2dbc.url")
public class NotificationsConfig {

    @Bean
    Notifications notifications(R2dbcConnectionDetails database) {
        return new Notifications(database.getConnectionFactoryOptions());
    }
}
