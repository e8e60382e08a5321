package org.dermarium.live;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Gives a service with a database its live news. */
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnProperty("spring.r2dbc.url")
public class LiveConfig {

    @Bean
    Live live(R2dbcConnectionDetails database) {
        return new Live(database.getConnectionFactoryOptions());
    }
}
