package org.dermarium.live;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What the database tells on one channel, heard on a connection of its own. A line that is lost is laid again. */
final class Notifications {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(15);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(10);

    private final ConnectionFactory connections;
    private final String channel;
    private final Consumer<String> told;
    private final Runnable connected;
    private volatile @Nullable Disposable listening;

    /**
     * Not the pool's: the connection is held for good.
     *
     * @param told gets each payload, one after the other
     * @param connected is run each time the line is up: nothing was heard before
     */
    Notifications(ConnectionFactoryOptions options, String channel, Consumer<String> told, Runnable connected) {
        this.connections = ConnectionFactories.get(options);
        this.channel = channel;
        this.told = told;
        this.connected = connected;
    }

    void start() {
        listening = Flux.usingWhen(
                        Mono.from(connections.create()).cast(PostgresqlConnection.class),
                        this::listen,
                        PostgresqlConnection::close)
                .concatWith(Mono.error(Notifications::closed))
                .doOnError(e -> log.warn("News of {} are interrupted: {}", channel, e.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true))
                .subscribe(notification -> told.accept(Objects.requireNonNullElse(notification.getParameter(), "")));
    }

    void stop() {
        Disposable running = listening;
        listening = null;
        if (running != null) {
            running.dispose();
        }
    }

    boolean isRunning() {
        Disposable running = listening;
        return running != null && !running.isDisposed();
    }

    private Flux<Notification> listen(PostgresqlConnection line) {
        Mono<Void> subscribed = line.createStatement("listen " + channel)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then()
                .doOnSuccess(done -> connected.run());
        return subscribed.thenMany(
                Flux.merge(line.getNotifications().concatWith(Mono.error(Notifications::closed)), checks(line)));
    }

    /** A line that was cut without a word would stay silent for ever. */
    private static Flux<Notification> checks(PostgresqlConnection line) {
        return Flux.interval(BETWEEN_CHECKS)
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.from(line.validate(ValidationDepth.REMOTE)).timeout(CHECK_LIMIT))
                .flatMap(alive -> alive ? Mono.<Notification>empty() : Mono.error(Notifications.closed()));
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the line to the database was closed");
    }
}
