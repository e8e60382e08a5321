package org.dermarium.work;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hears on a connection of its own that jobs were added, by whichever instance. What is told while the connection is away
 * is made up for by waking all loops when it is back.
 */
class JobNews implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobNews.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(15);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(10);

    private final ConnectionFactory connections;
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Disposable listening;

    /** Not the pool's: the connection is held for good. */
    JobNews(ConnectionFactoryOptions options) {
        this.connections = ConnectionFactories.get(options);
    }

    void subscribe(String queue, Runnable wake) {
        listeners.computeIfAbsent(queue, q -> new CopyOnWriteArrayList<>()).add(wake);
    }

    void unsubscribe(String queue, Runnable wake) {
        listeners.getOrDefault(queue, List.of()).remove(wake);
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(
                        Mono.from(connections.create()).cast(PostgresqlConnection.class),
                        this::listen,
                        PostgresqlConnection::close)
                .concatWith(Mono.error(() -> new IllegalStateException("the line to the database was closed")))
                .doOnError(e -> log.warn("News of jobs are interrupted: {}", e.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true))
                .subscribe(told -> wake(told.getParameter()));
    }

    private Flux<Notification> listen(PostgresqlConnection line) {
        Mono<Void> subscribed = line.createStatement("listen " + WorkQueue.CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then()
                .doOnSuccess(done -> listeners.keySet().forEach(this::wake));
        // A line that was cut without a word would stay silent for ever.
        Flux<Notification> checks = Flux.interval(BETWEEN_CHECKS)
                .onBackpressureDrop()
                .concatMap(i -> Mono.from(line.validate(ValidationDepth.REMOTE)).timeout(CHECK_LIMIT))
                .flatMap(alive -> alive
                        ? Mono.<Notification>empty()
                        : Mono.error(new IllegalStateException("the line to the database is dead")));
        return subscribed.thenMany(Flux.merge(
                line.getNotifications()
                        .concatWith(Mono.error(() -> new IllegalStateException("the line to the database was closed"))),
                checks));
    }

    private void wake(@Nullable String queue) {
        if (queue != null) {
            listeners.getOrDefault(queue, List.of()).forEach(Runnable::run);
        }
    }

    @Override
    public void stop() {
        Disposable running = listening;
        listening = null;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        Disposable running = listening;
        return running != null && !running.isDisposed();
    }
}
