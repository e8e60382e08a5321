package org.dermarium.web.file;

import java.io.InputStream;
import java.util.function.Supplier;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.events.StoredObject;
import org.dermarium.web.Refusal;
import org.dermarium.web.WhileAllowed;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sends a private file to somebody who may have it at this moment. The bytes pass through here, so that nothing that was
 * given out before can be used past the service. A browser may keep them, but asks each time whether it still may show
 * them.
 */
public final class SendFile {

    private static final int CHUNK = 1 << 16;

    private final BlobStore blobs;
    private final Scheduler blockingReads;

    SendFile(BlobStore blobs, Scheduler blockingReads) {
        this.blobs = blobs;
        this.blockingReads = blockingReads;
    }

    /**
     * @param right gives something as long as the file may be had; looked up again while it is being sent
     * @throws Refusal (as signal) when the object is no longer in the storage
     */
    public Mono<Void> send(ServerWebExchange exchange, StoredObject file, Supplier<? extends Mono<?>> right) {
        String tag = '"' + file.sha256() + '"';
        var headers = exchange.getResponse().getHeaders();
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        if (exchange.checkNotModified(tag)) {
            return exchange.getResponse().setComplete();
        }
        headers.setContentType(MediaType.parseMediaType(file.contentType()));
        DataBufferFactory buffers = exchange.getResponse().bufferFactory();
        return RangedAnswer.send(
                        exchange,
                        file.size(),
                        tag,
                        (from, length) -> WhileAllowed.send(read(file, from, length, buffers), right))
                .onErrorMap(BlobMissing.class, gone -> Refusal.notFound());
    }

    private Flux<DataBuffer> read(StoredObject file, long from, long length, DataBufferFactory buffers) {
        return DataBufferUtils.readInputStream(() -> open(file, from, length), buffers, CHUNK)
                .subscribeOn(blockingReads);
    }

    private InputStream open(StoredObject file, long from, long length) {
        return length == file.size()
                ? blobs.open(file.bucket(), file.key())
                : blobs.open(file.bucket(), file.key(), from, length);
    }
}
