package org.dermarium.store.notification;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What the database tells by {@code pg_notify}, heard on a connection of its own for all channels. A connection that is
 * lost is opened again.
 */
public final class Notifications implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(15);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(10);

    private final ConnectionFactory connections;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Disposable listening;

    /** Not the pool's: the connection is held for good. */
    public Notifications(ConnectionFactoryOptions database) {
        this.connections = ConnectionFactories.get(database);
    }

    private record Listener(String channel, Consumer<String> told, Runnable missed) {}

    /**
     * To be called before the start.
     *
     * @param channel a name in lower case
     * @param told gets each payload, one after the other
     * @param missed is run when payloads may have been missed: each time the connection is open, and at the end
     */
    public void listen(String channel, Consumer<String> told, Runnable missed) {
        listeners.add(new Listener(channel, told, missed));
    }

    @Override
    public void start() {
        if (listeners.isEmpty()) {
            return;
        }
        listening = Flux.usingWhen(
                        Mono.from(connections.create()).cast(PostgresqlConnection.class),
                        this::listen,
                        PostgresqlConnection::close)
                .concatWith(Mono.error(Notifications::closed))
                .doOnError(e -> log.warn("Notifications of the database are interrupted: {}", e.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true))
                .subscribe(this::tell);
    }

    @Override
    public void stop() {
        Disposable running = listening;
        listening = null;
        if (running != null) {
            running.dispose();
        }
        listeners.forEach(listener -> listener.missed().run());
    }

    @Override
    public boolean isRunning() {
        Disposable running = listening;
        return running != null && !running.isDisposed();
    }

    private Flux<Notification> listen(PostgresqlConnection line) {
        Mono<Void> subscribed = Flux.fromIterable(listeners)
                .concatMap(listener -> line.createStatement("listen " + listener.channel())
                        .execute()
                        .flatMap(result -> result.getRowsUpdated()))
                .then()
                .doOnSuccess(
                        done -> listeners.forEach(listener -> listener.missed().run()));
        return subscribed.thenMany(
                Flux.merge(line.getNotifications().concatWith(Mono.error(Notifications::closed)), checks(line)));
    }

    private void tell(Notification notification) {
        String payload = Objects.requireNonNullElse(notification.getParameter(), "");
        for (Listener listener : listeners) {
            if (listener.channel().equals(notification.getName())) {
                listener.told().accept(payload);
            }
        }
    }

    /** A connection that was cut without a word would stay silent for ever. */
    private static Flux<Notification> checks(PostgresqlConnection line) {
        return Flux.interval(BETWEEN_CHECKS)
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.from(line.validate(ValidationDepth.REMOTE)).timeout(CHECK_LIMIT))
                .flatMap(alive -> alive ? Mono.<Notification>empty() : Mono.error(Notifications.closed()));
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the connection to the database was closed");
    }
}
