package org.dermarium.search.rebuild;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dermarium.events.Aggregate;
import org.dermarium.events.EventJson;
import org.dermarium.events.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Reads a topic from its beginning to where it ends at the time of the call, beside the service's consumer group. */
@Component
class KafkaReplay {

    private static final Logger log = LoggerFactory.getLogger(KafkaReplay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int BATCH = 1_000;

    private final KafkaProperties kafka;
    private final String topicPrefix;

    KafkaReplay(KafkaProperties kafka, @Value("${dermarium.topic-prefix:}") String topicPrefix) {
        this.kafka = kafka;
        this.topicPrefix = topicPrefix;
    }

    /** Takes states in batches. */
    @FunctionalInterface
    interface Sink<A extends Aggregate> {
        void apply(List<A> states) throws IOException;
    }

    /**
     * Gives all states to the sink, in the order of each key.
     *
     * @return how many there were
     */
    <A extends Aggregate> long replay(Class<A> type, Sink<A> sink) throws IOException {
        long states = 0;
        try (var consumer = consumer()) {
            String topic = topicPrefix + Topic.of(type).topicName();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                List<A> batch = read(consumer, type);
                sink.apply(batch);
                states += batch.size();
            }
        }
        return states;
    }

    private <A extends Aggregate> List<A> read(KafkaConsumer<byte[], byte[]> consumer, Class<A> type) {
        List<A> batch = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            try {
                batch.add(EventJson.read(Objects.requireNonNull(record.value(), "no value"), type));
            } catch (RuntimeException unreadable) {
                // The consumer group has moved it to its dead letters.
                log.warn("Left out: {} partition {} offset {}", record.topic(), record.partition(), record.offset());
            }
        }
        return batch;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }
}
