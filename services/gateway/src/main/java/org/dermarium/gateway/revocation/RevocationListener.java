package org.dermarium.gateway.revocation;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dermarium.events.EventJson;
import org.dermarium.events.TokenRevoked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.PartitionOffset;
import org.springframework.kafka.annotation.TopicPartition;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Reads the topic of revocations from its beginning at every start. Without a consumer group, as each gateway needs all of
 * it; the topic keeps two days, which outlives every access token.
 */
@Component
class RevocationListener {

    private static final Logger log = LoggerFactory.getLogger(RevocationListener.class);

    private final RevokedTokens revoked;

    RevocationListener(RevokedTokens revoked) {
        this.revoked = revoked;
    }

    @KafkaListener(
            id = "revocations",
            topicPartitions =
                    @TopicPartition(
                            topic = "${dermarium.topic-prefix:}tokens",
                            partitionOffsets = @PartitionOffset(partition = "0", initialOffset = "0")))
    void on(ConsumerRecord<String, byte[]> message) {
        try {
            revoked.revoke(EventJson.read(message.value(), TokenRevoked.class).sid());
        } catch (JacksonException e) {
            log.error("Unreadable revocation at offset {}", message.offset(), e);
        }
    }
}
