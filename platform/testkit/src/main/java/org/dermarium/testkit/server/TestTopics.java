package org.dermarium.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventJson;
import org.dermarium.events.bus.EventType;
import org.dermarium.events.bus.Topic;
import org.dermarium.testkit.Eventually;

/** The bus as seen by a test that plays the other services: sends events and reads what a service sent. */
public final class TestTopics {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrap;
    private final String prefix;

    TestTopics(String bootstrap, String prefix) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
    }

    /** The topics of an archive that has the broker for itself. */
    public static TestTopics at(String bootstrap) {
        return new TestTopics(bootstrap, "");
    }

    public String nameOf(Topic topic) {
        return prefix + topic.topicName();
    }

    /** Makes all topics with their partitions; those that exist are left alone. */
    public TestTopics create() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (Topic topic : Topic.values()) {
                var wanted = new NewTopic(nameOf(topic), topic.partitions(), (short) 1);
                try {
                    admin.createTopics(List.of(wanted)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("cannot create " + wanted.name(), e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Sends the states as events of this type and waits for the broker's word. */
    public void publish(EventType type, Aggregate... states) {
        publish(Arrays.stream(states).map(s -> Event.now(type, s)).toList());
    }

    public void publish(List<? extends Event<?>> events) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, ProducerConfig.LINGER_MS_CONFIG, 5);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            events.forEach(e -> producer.send(record(e)));
            producer.flush();
        }
    }

    /** Sends bytes that are no event. */
    public void publishPoison(EventType type, String key, byte[] payload) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record(type, UUID.randomUUID(), Instant.now(), key, payload));
            producer.flush();
        }
    }

    /** All events of the topic from its beginning to its present end, in the order of each key. */
    public <A extends Aggregate> List<Event<A>> read(Class<A> type) {
        return records(nameOf(Topic.of(type))).stream().map(r -> event(r, type)).toList();
    }

    /** Waits for the first event of this type whose state fits. */
    public <A extends Aggregate> Event<A> awaitEvent(EventType type, Class<A> state, Predicate<A> fits) {
        var found = new ArrayList<Event<A>>();
        Eventually.until(type.typeName() + " is on the bus", () -> {
            read(state).stream()
                    .filter(e -> e.type() == type && fits.test(e.state()))
                    .findFirst()
                    .ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    /** Raw records of any topic of this corner, such as {@code images.search.dlt}. */
    public List<ConsumerRecord<String, byte[]>> deadLetters(Topic topic, String group) {
        return records(prefix + topic.deadLetters(group));
    }

    private List<ConsumerRecord<String, byte[]>> records(String name) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrap,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000);
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(name, p.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(POLL).forEach(all::add);
            }
        }
        return all;
    }

    private ProducerRecord<String, byte[]> record(Event<?> event) {
        return record(event.type(), event.id(), event.at(), event.state().key(), EventJson.write(event.state()));
    }

    private ProducerRecord<String, byte[]> record(EventType type, UUID id, Instant at, String key, byte[] payload) {
        var sent = new ProducerRecord<>(nameOf(type.topic()), key, payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type.typeName(),
                        "ce_source",
                        "/" + type.topic().owner(),
                        "ce_subject",
                        key,
                        "ce_time",
                        at.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(UTF_8)));
        return sent;
    }

    private static <A extends Aggregate> Event<A> event(ConsumerRecord<String, byte[]> record, Class<A> type) {
        return new Event<>(
                UUID.fromString(header(record, "ce_id")),
                EventType.named(header(record, "ce_type")),
                Instant.parse(header(record, "ce_time")),
                EventJson.read(record.value(), type));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("a record of " + record.topic() + " has no header " + name);
        }
        return new String(header.value(), UTF_8);
    }
}
