package org.dermarium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.events.bus.Topic;
import org.dermarium.testkit.server.Isolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every read model of the topic images keeps to. A service's test says how it is started and what it knows. */
public abstract class ProjectionContract {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int IMAGES = 200;
    private static final Comparator<TopicPartition> BY_NUMBER = Comparator.comparing(TopicPartition::partition);

    private final List<Instance> running = new ArrayList<>();
    private final Map<Long, Long> newest = new TreeMap<>();

    /** One instance of the service. */
    public interface Instance extends AutoCloseable {

        /** Makes the read model anew and waits for the end. */
        void rebuild();

        @Override
        void close();
    }

    protected abstract Isolation isolation();

    /** Starts an instance, beside those that run. */
    protected abstract Instance start();

    /** Versions by the images' numbers, as readers see them. */
    protected abstract Map<Long, Long> known();

    /** Takes some images out of the read model and leaves one in that the topic does not know. */
    protected abstract void spoil();

    @AfterEach
    void stopAll() {
        running.forEach(Instance::close);
    }

    @Test
    protected void keepsTheNewestWhateverTheOrderAndHoweverOften() {
        instance();
        List<Image> states = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            ids().forEach(id -> LongStream.rangeClosed(1, 5).forEach(version -> states.add(state(id, version))));
        }
        Collections.shuffle(states, new Random(17));
        publish(states);
        hasCaughtUp();
        assertThat(known()).isEqualTo(newest);
    }

    @Test
    protected void repeatsWhatWasWrittenBeforeACrashAndNotCommitted() {
        Instance crashing = instance();
        publish(ids().mapToObj(id -> state(id, 3)).toList());
        hasCaughtUp();
        crashing.close();
        rewind();
        publish(ids().filter(id -> id % 2 == 0).mapToObj(id -> state(id, 2)).toList());
        publish(ids().filter(id -> id % 3 == 0).mapToObj(id -> state(id, 4)).toList());
        instance();
        hasCaughtUp();
        assertThat(known()).isEqualTo(newest);
    }

    @Test
    protected void twoInstancesAreAsGoodAsOne() {
        Instance first = instance();
        instance();
        for (long version = 1; version <= 10; version++) {
            long v = version;
            publish(ids().mapToObj(id -> state(id, v)).toList());
            if (version == 5) {
                first.close();
            }
        }
        hasCaughtUp();
        assertThat(known()).isEqualTo(newest);
    }

    @Test
    protected void rebuildsWhileEventsArriveAndBothInstancesAreAsked() throws Exception {
        Instance first = instance();
        Instance second = instance();
        publish(ids().mapToObj(id -> state(id, 1)).toList());
        hasCaughtUp();
        spoil();
        var rebuilding = new AtomicBoolean(true);
        Thread publishing = Thread.startVirtualThread(() -> {
            for (long version = 2; rebuilding.get(); version++) {
                long v = version;
                publish(ids().mapToObj(id -> state(id, v)).toList());
            }
        });
        Thread other = Thread.startVirtualThread(second::rebuild);
        first.rebuild();
        other.join();
        rebuilding.set(false);
        publishing.join();
        hasCaughtUp();
        assertThat(known()).isEqualTo(newest);
    }

    private Instance instance() {
        Instance started = start();
        running.add(started);
        return started;
    }

    private LongStream ids() {
        return IntStream.rangeClosed(1, IMAGES).asLongStream();
    }

    private static Image state(long id, long version) {
        return ImageBuilder.anImage(id).published().version(version).build();
    }

    private void publish(List<Image> states) {
        isolation().topics().publish(EventType.IMAGE_METADATA_CHANGED, states.toArray(Image[]::new));
        states.forEach(s -> newest.merge(s.id(), s.version(), Math::max));
    }

    private void hasCaughtUp() {
        Eventually.until("all events are applied", BOUND, () -> ends().equals(committed()));
    }

    private String group() {
        return isolation().topicPrefix() + isolation().service();
    }

    private String topic() {
        return isolation().topics().nameOf(Topic.IMAGES);
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        try (var admin = admin()) {
            Map<TopicPartition, OffsetSpec> latest = new TreeMap<>(BY_NUMBER);
            IntStream.range(0, Topic.IMAGES.partitions())
                    .forEach(p -> latest.put(new TopicPartition(topic(), p), OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new TreeMap<>(BY_NUMBER);
            admin.listOffsets(latest).all().get().forEach((partition, end) -> {
                if (end.offset() > 0) {
                    ends.put(partition, end.offset());
                }
            });
            return ends;
        }
    }

    private Map<TopicPartition, Long> committed() throws Exception {
        try (var admin = admin()) {
            Map<TopicPartition, Long> committed = new TreeMap<>(BY_NUMBER);
            admin.listConsumerGroupOffsets(group())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, at) -> {
                        if (partition.topic().equals(topic()) && at != null && at.offset() > 0) {
                            committed.put(partition, at.offset());
                        }
                    });
            return committed;
        }
    }

    /** As if nothing had been committed; possible when the group has no member any more. */
    private void rewind() {
        Eventually.await("the group is empty", BOUND, () -> {
            try (var admin = admin()) {
                Map<TopicPartition, OffsetAndMetadata> beginning = new TreeMap<>(BY_NUMBER);
                ends().keySet().forEach(p -> beginning.put(p, new OffsetAndMetadata(0)));
                admin.alterConsumerGroupOffsets(group(), beginning).all().get();
            }
        });
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", isolation().servers().kafka()));
    }
}
