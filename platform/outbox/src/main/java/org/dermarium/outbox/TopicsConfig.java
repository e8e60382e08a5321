package org.dermarium.outbox;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.dermarium.events.bus.Topic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates the topics of {@link Topic} that this service writes or reads, and its dead-letter topics. */
@AutoConfiguration
public class TopicsConfig {

    @Bean
    KafkaAdmin.NewTopics dermariumTopics(
            @Value("${spring.application.name}") String service,
            @Value("${dermarium.topic-prefix:}") String prefix,
            @Value("${dermarium.topic-replicas:1}") int replicas) {
        return new KafkaAdmin.NewTopics(Arrays.stream(Topic.values())
                .flatMap(t -> topics(t, service, prefix, replicas))
                .toArray(NewTopic[]::new));
    }

    private static Stream<NewTopic> topics(Topic topic, String service, String prefix, int replicas) {
        var own = TopicBuilder.name(prefix + topic.topicName())
                .partitions(topic.partitions())
                .replicas(replicas);
        var retention = topic.retention();
        if (retention == null) {
            own.compact();
        } else {
            own.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        }
        if (topic.consumers().contains(service)) {
            var dead = TopicBuilder.name(prefix + topic.deadLetters(service))
                    .partitions(1)
                    .replicas(replicas)
                    .config(TopicConfig.RETENTION_MS_CONFIG, "-1");
            return Stream.of(own.build(), dead.build());
        }
        return topic.owner().equals(service) ? Stream.of(own.build()) : Stream.empty();
    }
}
