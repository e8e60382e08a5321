package org.dermarium.work;

import org.dermarium.outbox.TraceParent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The queues of a service, by name. */
public final class WorkQueues {

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final TraceParent traces;
    private final JobNews news;

    WorkQueues(DatabaseClient db, TransactionalOperator transaction, TraceParent traces, JobNews news) {
        this.db = db;
        this.transaction = transaction;
        this.traces = traces;
        this.news = news;
    }

    public WorkQueue named(String queue) {
        return new WorkQueue(queue, db, transaction, traces);
    }

    /** For work that waits in a table of its own. One for each loop: what one has heard the others have not. */
    public Signal signal(String name) {
        return new Signal(name, db, news);
    }
}
