package org.dermarium.challenge.submission;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Listens on a connection of its own. What happens while that one is away is made up for by one change of everything when
 * it is back.
 */
@Component
class R2dbcNews implements News, SmartLifecycle {

    private static final Change ANYTHING = new Change(0, 0);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ConnectionFactory connections;
    private volatile Sinks.Many<Change> news = fresh();
    private volatile @Nullable Disposable listening;

    R2dbcNews(R2dbcConnectionDetails details) {
        // Not the pool's: the connection is held for good.
        this.connections = ConnectionFactories.get(details.getConnectionFactoryOptions());
    }

    @Override
    public Flux<Change> ofSubmission(long id) {
        return all().filter(change -> change.submission() == id || change.equals(ANYTHING));
    }

    @Override
    public Flux<Change> ofTask(long task) {
        return all().filter(change -> change.task() == task || change.equals(ANYTHING));
    }

    private Flux<Change> all() {
        return Flux.defer(() -> news.asFlux());
    }

    private static Sinks.Many<Change> fresh() {
        return Sinks.many().multicast().directBestEffort();
    }

    /** May come again after {@link #stop}. */
    @Override
    public void start() {
        Sinks.Many<Change> told = fresh();
        news = told;
        listening = Flux.usingWhen(
                        Mono.from(connections.create()).cast(PostgresqlConnection.class),
                        R2dbcNews::listen,
                        PostgresqlConnection::close)
                .concatWith(Mono.error(() -> new IllegalStateException("the line to the database was closed")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(LONGEST_PAUSE))
                .subscribe(change -> tell(told, change));
    }

    private static Flux<Change> listen(PostgresqlConnection line) {
        return line.createStatement("listen challenge_news")
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then()
                .thenMany(Flux.just(ANYTHING)
                        .concatWith(line.getNotifications().map(told -> change(told.getParameter()))));
    }

    private static Change change(@Nullable String told) {
        String[] parts = told == null ? new String[0] : told.split(" ");
        return parts.length == 2 ? new Change(Long.parseLong(parts[0]), Long.parseLong(parts[1])) : ANYTHING;
    }

    private static void tell(Sinks.Many<Change> told, Change change) {
        synchronized (told) {
            told.tryEmitNext(change);
        }
    }

    /** Open connections would hold up the server's graceful stop. */
    @Override
    public void stop() {
        Disposable running = listening;
        listening = null;
        if (running != null) {
            running.dispose();
        }
        Sinks.Many<Change> told = news;
        synchronized (told) {
            told.tryEmitComplete();
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }
}
