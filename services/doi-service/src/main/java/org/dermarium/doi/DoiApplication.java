package org.dermarium.doi;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the DOI service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DoiApplication {

    public static void main(String[] args) {
        SpringApplication.run(DoiApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
