package org.dermarium.doi.datacite;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registrar from {@code dermarium.registrar.*}: DataCite, or the demo registrar that speaks as it does. */
@Configuration
@EnableConfigurationProperties(RegistrarSettings.class)
class RegistrarConfig {

    @Bean
    Registrar registrar(
            RegistrarSettings settings,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters,
            ObjectProvider<Clock> clocks,
            @Value("${dermarium.public-url}") URI publicUrl) {
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        return new HttpDataCite(settings, new DataCiteClient(settings, breakers, meters, clock), publicUrl, clock);
    }
}
