package org.dermarium.catalog.metadata;

import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where files and objects are read: a virtual thread for each piece of work, held only while it waits for bytes. */
@Configuration(proxyBeanMethods = false)
class BlockingConfig {

    @Bean(destroyMethod = "dispose")
    Scheduler blockingReads() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "reads");
    }
}
