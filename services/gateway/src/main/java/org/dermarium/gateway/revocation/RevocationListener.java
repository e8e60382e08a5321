package org.dermarium.gateway.revocation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.bus.EventJson;
import org.dermarium.events.bus.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Reads the topic of revocations from its beginning at every start, and goes on as they come. Without a consumer group,
 * as each gateway needs all of it. Not a listener of the framework, which cannot tell when the past has been read.
 */
@Component
class RevocationListener implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(RevocationListener.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RevokedTokens revoked;
    private final ConsumerFactory<String, byte[]> consumers;
    private final TopicPartition all;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    RevocationListener(
            RevokedTokens revoked,
            ConsumerFactory<String, byte[]> consumers,
            @Value("${dermarium.topic-prefix:}") String prefix) {
        this.revoked = revoked;
        this.consumers = consumers;
        this.all = new TopicPartition(prefix + Topic.TOKENS.topicName(), 0);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("revocations").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        Thread reading = thread;
        if (reading != null) {
            reading.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Health health() {
        return (revoked.isComplete() ? Health.up() : Health.down().withDetail("revocations", "not all read yet"))
                .build();
    }

    /** Whatever goes wrong, it begins again: a revocation twice does no harm, one that is missed does. */
    private void run() {
        while (running) {
            try (Consumer<String, byte[]> fresh = consumers.createConsumer()) {
                consumer = fresh;
                read(fresh);
            } catch (WakeupException | InterruptException stopping) {
                Thread.interrupted();
            } catch (Throwable e) {
                log.warn("Revocations cannot be read, trying again: {}", e.toString());
                pause();
            }
        }
    }

    private void read(Consumer<String, byte[]> from) {
        from.assign(List.of(all));
        from.seekToBeginning(List.of(all));
        long past = Objects.requireNonNull(from.endOffsets(List.of(all)).get(all), "the partition was asked for");
        while (running) {
            from.poll(WAIT).forEach(this::note);
            if (!revoked.isComplete() && from.position(all) >= past) {
                revoked.complete();
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        try {
            revoked.revoke(EventJson.read(message.value(), TokenRevoked.class).sid());
        } catch (JacksonException e) {
            log.error("Unreadable revocation at offset {}", message.offset(), e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
