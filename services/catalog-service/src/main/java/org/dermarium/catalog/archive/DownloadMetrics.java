package org.dermarium.catalog.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

/** Counts downloads by how they ended, and their bytes. */
@Component
class DownloadMetrics {

    private static final Logger log = LoggerFactory.getLogger(DownloadMetrics.class);

    private final MeterRegistry meters;
    private final Counter bytes;

    DownloadMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.bytes = Counter.builder("dermarium.zip.bytes")
                .description("bytes of ZIP archives sent")
                .baseUnit("bytes")
                .register(meters);
    }

    Flux<DataBuffer> watched(Flux<DataBuffer> sent, long length) {
        return sent.doOnNext(buffer -> bytes.increment(buffer.readableByteCount()))
                .doOnError(e -> log.error("A download of {} bytes broke off: {}", length, e.toString()))
                .doFinally(this::count);
    }

    private void count(SignalType ending) {
        String outcome = switch (ending) {
            case ON_COMPLETE -> "complete";
            case CANCEL -> "abandoned";
            default -> "failed";
        };
        Counter.builder("dermarium.zip.downloads")
                .description("downloads of ZIP archives by how they ended")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
