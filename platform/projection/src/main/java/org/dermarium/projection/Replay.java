package org.dermarium.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One topic, read from its beginning. For one thread at a time. */
public final class Replay<A extends Aggregate> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Class<A> type;
    private final LongConsumer progress;

    Replay(KafkaConsumer<byte[], byte[]> consumer, String topic, Class<A> type, LongConsumer progress) {
        this.consumer = consumer;
        this.type = type;
        this.progress = progress;
        partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Hands on what was not handed on yet, to where the topic ends at the time of the call. */
    public void toEnd(Projection<A> sink) throws Exception {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            List<A> states = read();
            if (!states.isEmpty()) {
                sink.apply(Newest.of(states.stream()));
                progress.accept(states.size());
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<A> read() {
        List<A> states = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            try {
                states.add(EventJson.read(Objects.requireNonNull(record.value(), "no value"), type));
            } catch (RuntimeException unreadable) {
                // The consumer group has moved it to its dead letters.
                log.warn("Left out: {} partition {} offset {}", record.topic(), record.partition(), record.offset());
            }
        }
        return states;
    }
}
