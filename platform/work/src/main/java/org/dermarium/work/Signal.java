package org.dermarium.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Tells the loops of all instances at once that something waits. It may be missed when a connection breaks, so a loop
 * looks by itself every few seconds all the same.
 */
public final class Signal {

    private final String name;
    private final DatabaseClient db;
    private final Semaphore heard = new Semaphore(0);

    Signal(String name, DatabaseClient db, JobNews news) {
        this.name = name;
        this.db = db;
        news.subscribe(name, heard::release);
    }

    /** In the caller's transaction: heard once it commits. */
    public Mono<Void> send() {
        return db.sql("select pg_notify('" + WorkQueue.CHANNEL + "', :name)::text")
                .bind("name", name)
                .fetch()
                .one()
                .then();
    }

    /** Forgets what was heard until now: call it before looking what waits. */
    public void clear() {
        heard.drainPermits();
    }

    /** Returns when it is heard, at once when it was heard since {@link #clear}, and after so long at the latest. */
    public void await(Duration most) throws InterruptedException {
        boolean ignored = heard.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
    }
}
