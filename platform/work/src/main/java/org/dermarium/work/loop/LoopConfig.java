package org.dermarium.work.loop;

import io.micrometer.core.instrument.MeterRegistry;
import org.dermarium.outbox.TraceParent;
import org.dermarium.work.JobNews;
import org.dermarium.work.WorkConfig;
import org.dermarium.work.WorkQueues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Gives a service with queues a loop for each {@link Worker}. */
@AutoConfiguration(after = WorkConfig.class)
@ConditionalOnProperty("spring.r2dbc.url")
public class LoopConfig {

    @Bean
    WorkLoops workLoops(
            ObjectProvider<Worker> workers,
            WorkQueues queues,
            JobNews jobNews,
            TraceParent traces,
            MeterRegistry meters) {
        return new WorkLoops(workers.orderedStream().toList(), queues, jobNews, traces, meters);
    }
}
