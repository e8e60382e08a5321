package org.dermarium.work;

import org.dermarium.outbox.TraceParent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The queues of a service, by name. */
public final class WorkQueues {

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final TraceParent traces;

    WorkQueues(DatabaseClient db, TransactionalOperator transaction, TraceParent traces) {
        this.db = db;
        this.transaction = transaction;
        this.traces = traces;
    }

    public WorkQueue named(String queue) {
        return new WorkQueue(queue, db, transaction, traces);
    }
}
