package org.dermarium.store.idempotency;

import java.net.URI;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A response that reaches its client only when it is let go: after the commit of what it speaks of. */
final class HeldResponse extends ServerHttpResponseDecorator {

    private static final String REPEATED = "Idempotent-Replayed";

    private byte[] body = {};
    private boolean isWritten;

    HeldResponse(ServerHttpResponse response) {
        super(response);
    }

    @Override
    public boolean isCommitted() {
        return isWritten || super.isCommitted();
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> given) {
        isWritten = true;
        return DataBufferUtils.join(given)
                .doOnNext(joined -> {
                    body = new byte[joined.readableByteCount()];
                    joined.read(body);
                    DataBufferUtils.release(joined);
                })
                .then();
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> given) {
        return writeWith(Flux.from(given).concatMap(piece -> piece));
    }

    @Override
    public Mono<Void> setComplete() {
        isWritten = true;
        return Mono.empty();
    }

    boolean isSuccess() {
        return status().is2xxSuccessful();
    }

    int size() {
        return body.length;
    }

    KeptAnswer kept(byte[] bodySha256) {
        MediaType type = getHeaders().getContentType();
        return new KeptAnswer(
                bodySha256,
                status().value(),
                type == null ? null : type.toString(),
                getHeaders().getFirst(HttpHeaders.LOCATION),
                body);
    }

    /** Answers as before. */
    void repeat(KeptAnswer answer) {
        setStatusCode(HttpStatusCode.valueOf(answer.status()));
        HttpHeaders headers = getHeaders();
        headers.set(REPEATED, "true");
        if (answer.contentType() != null) {
            headers.setContentType(MediaType.parseMediaType(answer.contentType()));
        }
        if (answer.location() != null) {
            headers.setLocation(URI.create(answer.location()));
        }
        headers.setContentLength(answer.body().length);
        body = answer.body();
        isWritten = true;
    }

    Mono<Void> letGo() {
        ServerHttpResponse response = getDelegate();
        return body.length == 0
                ? response.setComplete()
                : response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private HttpStatusCode status() {
        HttpStatusCode status = getStatusCode();
        return status == null ? HttpStatus.OK : status;
    }
}
