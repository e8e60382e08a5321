package org.dermarium.bench.million;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.dermarium.events.bus.Topic;

/** Watches the consumer groups of the topics that a million images fill, until nothing waits any more. */
final class Drain implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BOUND = Duration.ofHours(3);
    private static final List<Topic> TOPICS = List.of(Topic.IMAGES, Topic.MEMBERSHIPS);

    private final Admin admin;
    private final long begin = System.nanoTime();
    private final Map<Reader, Done> done = new LinkedHashMap<>();

    /** A consumer group and a topic that it reads. */
    record Reader(String group, Topic topic) {}

    /** @param seconds from the first event sent to the last one applied */
    record Done(long events, double seconds) {

        double rate() {
            return events / seconds;
        }
    }

    Drain(String kafka) {
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /**
     * Waits for all groups.
     *
     * @param images how many events are on the topic of images
     * @param listed how many of them get a membership, which the catalogue sends
     */
    Map<Reader, Done> await(long images, long listed) throws InterruptedException, ExecutionException {
        List<Reader> open = new ArrayList<>();
        TOPICS.forEach(topic -> topic.consumers().forEach(group -> open.add(new Reader(group, topic))));
        while (!open.isEmpty()) {
            if (System.nanoTime() - begin > BOUND.toNanos()) {
                throw new IllegalStateException("not drained: " + open);
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            for (Reader reader : List.copyOf(open)) {
                long wanted = reader.topic == Topic.IMAGES ? images : listed;
                long applied = applied(reader);
                if (applied >= wanted && applied == end(reader.topic)) {
                    done.put(reader, new Done(applied, (System.nanoTime() - begin) / 1e9));
                    System.out.printf("%s: %s%n", reader, done.get(reader));
                    open.remove(reader);
                }
            }
        }
        return done;
    }

    private long applied(Reader reader) throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(reader.group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(e -> e.getKey().topic().equals(reader.topic.topicName()))
                .mapToLong(e -> e.getValue() == null ? 0 : e.getValue().offset())
                .sum();
    }

    private long end(Topic topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int i = 0; i < topic.partitions(); i++) {
            latest.put(new TopicPartition(topic.topicName(), i), OffsetSpec.latest());
        }
        return admin.listOffsets(latest).all().get().values().stream()
                .collect(Collectors.summingLong(offset -> offset.offset()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
