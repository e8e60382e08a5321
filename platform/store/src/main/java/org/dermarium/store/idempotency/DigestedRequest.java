package org.dermarium.store.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body is summed while it is read. */
final class DigestedRequest extends ServerHttpRequestDecorator {

    private final MessageDigest sha256 = sha256();
    private boolean isRead;

    DigestedRequest(ServerHttpRequest request) {
        super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().doOnSubscribe(s -> isRead = true).doOnNext(this::add);
    }

    /** Of the whole body, which is read if nobody has done so. */
    Mono<byte[]> digest() {
        return Mono.defer(() -> isRead
                        ? Mono.<Void>empty()
                        : getBody().doOnNext(DataBufferUtils::release).then())
                .then(Mono.fromSupplier(sha256::digest));
    }

    private void add(DataBuffer piece) {
        try (DataBuffer.ByteBufferIterator bytes = piece.readableByteBuffers()) {
            bytes.forEachRemaining(sha256::update);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
