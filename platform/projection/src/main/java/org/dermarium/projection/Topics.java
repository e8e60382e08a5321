package org.dermarium.projection;

import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.Topic;

/** The topics from their beginning, beside the service's consumer groups. */
public final class Topics {

    private final KafkaConsumers consumers;
    private final LongConsumer progress;

    /** @param progress is told how many states were read since it was told last */
    Topics(KafkaConsumers consumers, LongConsumer progress) {
        this.consumers = consumers;
        this.progress = progress;
    }

    /** Hands on the topic's states to where it ends at the time of the call, in the order of each key. */
    public <A extends Aggregate> void replay(Class<A> type, Projection<A> sink) throws Exception {
        try (Replay<A> replay = open(type)) {
            replay.toEnd(sink);
        }
    }

    /** The topic at its beginning. */
    public <A extends Aggregate> Replay<A> open(Class<A> type) {
        KafkaConsumer<byte[], byte[]> consumer = consumers.open();
        return new Replay<>(consumer, consumers.nameOf(Topic.of(type)), type, progress);
    }
}
