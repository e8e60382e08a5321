package org.dermarium.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.dermarium.events.ReleaseOrder;
import org.dermarium.inbox.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Releases images that the DOI service orders to be public: staff have approved the DOI. */
@Configuration(proxyBeanMethods = false)
class ReleaseOrdersConfig {

    /** For a batch of at most 500, some hundred copies of files. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @Bean
    Consumer<Message<List<byte[]>>> releaseOrders(Inbox inbox, ReleaseImages release) {
        return inbox.batch(
                ReleaseOrder.class,
                orders -> release.release(
                                orders.stream().map(o -> o.state().isicId()).toList())
                        .block(LIMIT));
    }
}
