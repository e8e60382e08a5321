package org.dermarium.doi.datacite;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
public class RegistrarConfig {

    @Bean
    Registrar registrar(
            RegistrarSettings settings,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<Clock> clock,
            @Value("${dermarium.public-url}") URI publicUrl) {
        return dataCite(
                settings,
                publicUrl,
                clock.getIfAvailable(Clock::systemUTC),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** The registrar outside of Spring. */
    public static Registrar dataCite(RegistrarSettings settings, URI publicUrl, Clock clock, MeterRegistry meters) {
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(2)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        var client = new DataCiteClient(settings, breakers.circuitBreaker("registrar"), meters, clock);
        return new HttpDataCite(settings, client, publicUrl, clock);
    }
}
