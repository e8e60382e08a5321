package org.dermarium.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

/** Gives a service that sets {@code dermarium.outbox.url} its outbox and the relay. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
public class OutboxConfig {

    @Bean
    TraceParent traceParent(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceParent(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("dermarium.outbox.url")
    @EnableConfigurationProperties(OutboxSettings.class)
    static class Relay {

        @Bean
        OutboxRelay outboxRelay(
                OutboxSettings settings,
                KafkaProperties kafka,
                @Value("${dermarium.topic-prefix:}") String topicPrefix,
                @Value("${spring.application.name}") String service,
                MeterRegistry meters) {
            return new OutboxRelay(settings, () -> producer(kafka), topicPrefix, service, meters);
        }

        private static Producer<String, byte[]> producer(KafkaProperties kafka) {
            Map<String, Object> settings = kafka.buildProducerProperties();
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }

        @Bean
        OutboxBacklog outboxBacklog(OutboxSettings settings) {
            return new OutboxBacklog(settings);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DatabaseClient.class)
    @ConditionalOnProperty("spring.r2dbc.url")
    static class Reactive {

        @Bean
        Outbox outbox(DatabaseClient db, TraceParent traces) {
            return new Outbox(db, traces);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcTemplate.class)
    static class Blocking {

        @Bean
        @ConditionalOnBean(JdbcTemplate.class)
        JdbcOutbox jdbcOutbox(JdbcTemplate db, TraceParent traces) {
            return new JdbcOutbox(db, traces);
        }
    }
}
