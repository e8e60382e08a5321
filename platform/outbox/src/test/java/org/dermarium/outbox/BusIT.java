package org.dermarium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.dermarium.events.Collection;
import org.dermarium.events.User;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.dermarium.events.bus.Topic;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BusIT {

    /** The default of {@link OutboxSettings}. */
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private static final int AT_ONCE = 3;

    private static Isolation corner;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private Bus bus;

    @DynamicPropertySource
    static void corner(DynamicPropertyRegistry registry) {
        corner = Servers.shared().isolate(registry, "catalog");
    }

    @Test
    void sendsInTheOrderWrittenAndForgets() {
        for (int version = 1; version <= 300; version++) {
            write(collection(1, version)).block();
        }
        Eventually.until("the outbox is empty", () -> pending() == 0);
        assertThat(sent(1))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 300).mapToObj(Long::valueOf).toList());
    }

    @Test
    void sendsWhatComesOneByOneInFewBatches() {
        Eventually.until("the outbox is empty", () -> pending() == 0);
        Timer batches = meters.get("dermarium.outbox.cycle").timer();
        long before = batches.count();
        long began = System.nanoTime();
        for (int version = 1; version <= 60; version++) {
            write(collection(3, version)).block();
        }
        Eventually.until("the outbox is empty", () -> pending() == 0);
        long intervals = Duration.ofNanos(System.nanoTime() - began).dividedBy(INTERVAL);
        assertThat(sent(3)).hasSize(60);
        assertThat(batches.count() - before).isBetween(1L, AT_ONCE + 1 + intervals);
    }

    @Test
    void sendsNothingOfATransactionThatFailed() {
        Mono<Void> failing = outbox.append(EventType.COLLECTION_CHANGED, collection(2, 1))
                .then(Mono.<Void>error(new IllegalStateException("changed my mind")))
                .as(transaction::transactional);
        assertThat(failing.onErrorComplete()
                        .then(write(collection(2, 2)))
                        .thenReturn(true)
                        .block())
                .isTrue();
        Eventually.until("the outbox is empty", () -> pending() == 0);
        assertThat(sent(2)).containsExactly(2L);
    }

    @Test
    void deadLettersOnlyTheRecordThatCannotBeApplied() {
        List<Event<User>> events = new ArrayList<>();
        for (int i = 100; i < 120; i++) {
            events.add(Event.now(EventType.USER_CHANGED, user(i, i == 110 ? Bus.POISON : i + "@example.org")));
        }
        corner.topics().publish(events);
        corner.topics().publishPoison(EventType.USER_CHANGED, "120", "{not json".getBytes(StandardCharsets.UTF_8));
        corner.topics().publish(EventType.USER_CHANGED, user(121, "last@example.org"));
        Eventually.await(
                "all but the bad records are applied",
                () -> assertThat(appliedBetween(100, 121))
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(100, 121)
                                .filter(i -> i != 110 && i != 120)
                                .mapToObj(Long::valueOf)
                                .toList()));
        Eventually.await(
                "the bad ones are kept",
                () -> assertThat(corner.topics().deadLetters(Topic.USERS, "catalog"))
                        .extracting(r -> r.key())
                        .containsExactlyInAnyOrder("110", "120"));
    }

    @Test
    void waitsOutAnOutageOfTheStore() {
        bus.outages.set(3);
        corner.topics().publish(EventType.USER_CHANGED, user(200, "patient@example.org"));
        Eventually.await(
                "applied once the store is back",
                () -> assertThat(appliedBetween(200, 200)).hasSize(1));
        assertThat(corner.topics().deadLetters(Topic.USERS, "catalog"))
                .noneMatch(r -> r.key().equals("200"));
    }

    @Test
    void brokerHasTheTopicsOfTheTable() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Servers.shared().kafka()))) {
            for (Topic topic : List.of(Topic.COLLECTIONS, Topic.MEMBERSHIPS, Topic.IMAGES, Topic.USERS)) {
                String name = corner.topicPrefix() + topic.topicName();
                var described = admin.describeTopics(List.of(name))
                        .allTopicNames()
                        .get()
                        .get(name);
                assertThat(described.partitions()).as(name).hasSize(topic.partitions());
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
                var policy = admin.describeConfigs(List.of(resource))
                        .all()
                        .get()
                        .get(resource)
                        .get("cleanup.policy");
                assertThat(policy.value()).as(name).isEqualTo("compact");
            }
        }
    }

    private Mono<Void> write(Collection state) {
        return outbox.append(EventType.COLLECTION_CHANGED, state).as(transaction::transactional);
    }

    private long pending() {
        return db.sql("select count(*) from outbox")
                .map(r -> r.get(0, Long.class))
                .one()
                .block();
    }

    private List<Long> sent(long collection) {
        return corner.topics().read(Collection.class).stream()
                .map(Event::state)
                .filter(c -> c.id() == collection)
                .map(Collection::version)
                .toList();
    }

    private List<Long> appliedBetween(long first, long last) {
        return List.copyOf(bus.applied).stream()
                .map(User::id)
                .filter(i -> i >= first && i <= last)
                .distinct()
                .toList();
    }

    private static Collection collection(long id, long version) {
        return new Collection(
                id,
                version,
                "Naevi",
                "",
                true,
                false,
                false,
                false,
                1,
                new TreeSet<>(),
                false,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static User user(long id, String email) {
        return new User(id, 1, email, "Ada", "Example", false, true, Instant.EPOCH);
    }
}
