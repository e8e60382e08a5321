package org.dermarium.challenge;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the challenge service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ChallengeApplication {

    public static void main(String[] args) {
        SpringApplication.run(ChallengeApplication.class, args);
    }

    /** Decides when a challenge opens and closes. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
