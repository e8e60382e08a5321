package org.dermarium.projection;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dermarium.events.bus.Topic;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Makes consumers without a group: they read what they like and commit nothing. */
final class KafkaConsumers {

    private static final int BATCH = 1_000;

    private final KafkaProperties kafka;
    private final String topicPrefix;

    KafkaConsumers(KafkaProperties kafka, String topicPrefix) {
        this.kafka = kafka;
        this.topicPrefix = topicPrefix;
    }

    String nameOf(Topic topic) {
        return topicPrefix + topic.topicName();
    }

    KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }
}
