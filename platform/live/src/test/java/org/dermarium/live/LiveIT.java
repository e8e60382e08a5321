package org.dermarium.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.dermarium.store.notification.Notifications;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.web.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two instances of a service on one database. */
class LiveIT {

    private static final Isolation CORNER = Servers.shared().isolate("challenge");

    private final ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(
                    Objects.requireNonNull(CORNER.properties().get("spring.r2dbc.url")))
            .mutate()
            .option(ConnectionFactoryOptions.USER, CORNER.properties().get("spring.r2dbc.username"))
            .option(ConnectionFactoryOptions.PASSWORD, CORNER.properties().get("spring.r2dbc.password"))
            .build();
    private final DatabaseClient db = DatabaseClient.create(ConnectionFactories.get(options));
    private final AtomicBoolean mayRead = new AtomicBoolean(true);
    private final Map<Live, Notifications> connections = new HashMap<>();
    private Live here;
    private Live elsewhere;

    @BeforeEach
    void start() {
        here = listening();
        elsewhere = listening();
    }

    private Live listening() {
        var notifications = new Notifications(options);
        var live = new Live(notifications);
        var heard = new AtomicBoolean();
        notifications.start();
        connections.put(live, notifications);
        // A line that was open before the database is heard ends when it is.
        Eventually.until("the database is heard", () -> {
            var line = live.of("start").subscribe(ids -> heard.set(true));
            tell("start");
            Eventually.until("a word", () -> heard.get() || line.isDisposed());
            line.dispose();
            return heard.get();
        });
        return live;
    }

    @AfterEach
    void stop() {
        connections.values().forEach(Notifications::stop);
    }

    private void tell(String payload) {
        db.sql("select pg_notify('live', :payload)::text")
                .bind("payload", payload)
                .mapValue(String.class)
                .one()
                .block();
    }

    private Mono<?> right() {
        return mayRead.get() ? Mono.just(1) : Mono.error(Refusal.notFound());
    }

    private Line line(Live live, String subject) {
        return new Line(Objects.requireNonNull(
                Objects.requireNonNull(live.events(subject, this::right, ids -> Flux.just(ids), "ids")
                                .block())
                        .getBody()));
    }

    /** A client's line. */
    private static final class Line {

        private final List<ServerSentEvent<Set<Long>>> heard = new CopyOnWriteArrayList<>();
        private final AtomicBoolean ended = new AtomicBoolean();

        Line(Flux<ServerSentEvent<Set<Long>>> events) {
            events.subscribe(heard::add, failure -> {}, () -> ended.set(true));
        }

        Set<Long> ids() {
            return heard.stream()
                    .filter(event -> event.data() != null)
                    .flatMap(event -> event.data().stream())
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void tellsReadersAtEveryInstance() {
        Line first = line(here, "cohort 7");
        Line second = line(elsewhere, "cohort 7");
        Line other = line(elsewhere, "cohort 8");
        tell("cohort 7: 12 13");
        Eventually.until(
                "both have heard",
                () -> first.ids().equals(Set.of(12L, 13L)) && second.ids().equals(Set.of(12L, 13L)));
        assertThat(other.ids()).isEmpty();
        assertThat(first.heard.getFirst().comment()).isEmpty();
    }

    @Test
    void saysNothingOfWhatWasRolledBack() {
        Line line = line(here, "cohort 7");
        Flux.usingWhen(
                        ConnectionFactories.get(options).create(),
                        connection -> Flux.from(connection.beginTransaction())
                                .thenMany(connection
                                        .createStatement("select pg_notify('live', 'cohort 7: 1')")
                                        .execute())
                                .flatMap(result -> result.map((row, data) -> 1))
                                .thenMany(connection.rollbackTransaction()),
                        connection -> connection.close())
                .blockLast();
        tell("cohort 7: 2");
        Eventually.until("the other is heard", () -> line.ids().contains(2L));
        assertThat(line.ids()).containsExactly(2L);
    }

    @Test
    void endsTheLineOfAReaderWhoMayNotSeeItAnyMore() {
        Line line = line(here, "cohort 7");
        mayRead.set(false);
        tell("cohort 7: 5");
        Eventually.until("the line has ended", line.ended::get);
        assertThat(line.ids()).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> line(here, "cohort 7"));
    }

    @Test
    void endsAQuietLineToo() {
        Line line = line(here, "cohort 7");
        mayRead.set(false);
        Eventually.until("the line has ended", Duration.ofSeconds(2), line.ended::get);
    }

    @Test
    void tellsSlowReadersWhatTheyMissedAtOnce() {
        var heard = new CopyOnWriteArrayList<Set<Long>>();
        var subscription = new AtomicReference<Subscription>();
        here.of("cohort 7").subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription begun) {
                subscription.set(begun);
            }

            @Override
            protected void hookOnNext(Set<Long> ids) {
                heard.add(ids);
            }
        });
        Line quick = line(here, "cohort 7");
        for (long id = 1; id <= 100; id++) {
            tell("cohort 7: " + id);
        }
        Eventually.until("the others have heard", () -> quick.ids().size() == 100);
        assertThat(heard).isEmpty();
        Eventually.until("what was missed comes", () -> {
            subscription.get().request(1);
            return heard.stream().mapToInt(Set::size).sum() == 100;
        });
        assertThat(heard).hasSizeLessThan(3);
    }

    @Test
    void endsLinesWhenNewsMayHaveBeenMissed() {
        Line line = line(here, "cohort 7");
        db.sql("select pg_terminate_backend(pid)::text from pg_stat_activity where query = 'listen live'"
                        + " and datname = current_database()")
                .mapValue(String.class)
                .all()
                .blockLast();
        Eventually.until("the line has ended", line.ended::get);
        Eventually.until("a new line hears", () -> {
            Line again = line(here, "cohort 7");
            tell("cohort 7: 9");
            Eventually.until("a word", () -> again.ids().contains(9L) || again.ended.get());
            return again.ids().contains(9L);
        });
    }

    @Test
    void endsLinesWhenTheServiceStops() {
        Line line = line(here, "cohort 7");
        connections.get(here).stop();
        Eventually.until("the line has ended", line.ended::get);
        connections.get(here).start();
    }
}
