package org.dermarium.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dermarium.outbox.OutboxConfig;
import org.dermarium.outbox.TraceParent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Wires {@link Inbox} and moves retry and dead letters from the binder, which knows only whole batches, to the container. */
@AutoConfiguration(after = OutboxConfig.class)
@ConditionalOnClass(ListenerContainerWithDlqAndRetryCustomizer.class)
public class InboxConfig {

    private static final Logger log = LoggerFactory.getLogger(InboxConfig.class);

    @Bean
    Inbox inbox(TraceParent traces, MeterRegistry meters) {
        return new Inbox(traces, meters);
    }

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer deadLetters(
            KafkaProperties kafka, MeterRegistry meters, @Value("${spring.application.name}") String service) {
        var bytes = new ByteArraySerializer();
        var template =
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(kafka.buildProducerProperties(), bytes, bytes));
        return new ListenerContainerWithDlqAndRetryCustomizer() {
            @Override
            public void configure(
                    AbstractMessageListenerContainer<?, ?> container,
                    String topic,
                    @Nullable String group,
                    @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver,
                    @Nullable BackOff backOff) {
                container.setCommonErrorHandler(errorHandler(template, topic, service, meters));
            }

            @Override
            public boolean retryAndDlqInBinding(String topic, @Nullable String group) {
                return false;
            }
        };
    }

    private static DefaultErrorHandler errorHandler(
            KafkaTemplate<byte[], byte[]> template, String topic, String service, MeterRegistry meters) {
        var dead = Counter.builder("dermarium.inbox.dead")
                .tag("topic", topic)
                .description("records moved to the dead-letter topic")
                .register(meters);
        var recoverer = new DeadLetterPublishingRecoverer(template, (record, failure) -> {
            dead.increment();
            log.error(
                    "Dead letter: {} partition {} offset {} of {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    service,
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
            return new TopicPartition(topic + "." + service + ".dlt", 0);
        });
        var handler = new DefaultErrorHandler(recoverer, waitForTheStore());
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setBackOffFunction(
                (record, failure) -> isBadRecord(failure) ? new FixedBackOff(0, 0) : waitForTheStore());
        return handler;
    }

    private static boolean isBadRecord(@Nullable Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BatchListenerFailedException) {
                return true;
            }
        }
        return false;
    }

    private static BackOff waitForTheStore() {
        var backOff = new ExponentialBackOff(250, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }
}
