package org.dermarium.catalog.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dermarium.events.EventJson;
import org.dermarium.events.Image;
import org.dermarium.events.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** The topic of images from its beginning to its end at the time of the call, without touching the consumer group. */
@Component
class KafkaReplay {

    private static final Logger log = LoggerFactory.getLogger(KafkaReplay.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaProperties kafka;
    private final String topic;

    KafkaReplay(KafkaProperties kafka, @Value("${dermarium.topic-prefix:}") String prefix) {
        this.kafka = kafka;
        this.topic = prefix + Topic.IMAGES.topicName();
    }

    /** Hands on all states in batches, in the order of each key. */
    void replay(Consumer<List<Image>> sink) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                List<Image> states = new ArrayList<>();
                consumer.poll(POLL).forEach(record -> read(record, states));
                if (!states.isEmpty()) {
                    sink.accept(states);
                }
            }
        }
    }

    private static void read(ConsumerRecord<byte[], byte[]> record, List<Image> into) {
        try {
            into.add(EventJson.read(Objects.requireNonNull(record.value(), "no value"), Image.class));
        } catch (RuntimeException unreadable) {
            // It is among the dead letters of the consumer group already.
            log.warn("Left out: {} partition {} offset {}", record.topic(), record.partition(), record.offset());
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
