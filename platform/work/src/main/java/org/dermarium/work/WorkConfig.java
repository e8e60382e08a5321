package org.dermarium.work;

import org.dermarium.outbox.OutboxConfig;
import org.dermarium.outbox.TraceParent;
import org.dermarium.store.notification.Notifications;
import org.dermarium.store.notification.NotificationsConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Gives a service with a database its queues. */
@AutoConfiguration(
        after = {OutboxConfig.class, NotificationsConfig.class},
        afterName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnProperty("spring.r2dbc.url")
public class WorkConfig {

    @Bean
    WorkQueues workQueues(DatabaseClient db, TransactionalOperator transaction, TraceParent traces, JobNews jobNews) {
        return new WorkQueues(db, transaction, traces, jobNews);
    }

    @Bean
    JobNews jobNews(Notifications notifications) {
        return new JobNews(notifications);
    }
}
