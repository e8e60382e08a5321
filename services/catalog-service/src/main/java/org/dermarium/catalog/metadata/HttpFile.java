package org.dermarium.catalog.metadata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.dermarium.catalog.image.Scope;
import org.dermarium.loop.Blocking;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers with a file made of a snapshot: made first, so that its length is known, then sent as fast as it is taken. */
@Repository
public class HttpFile {

    private static final int CHUNK = 1 << 16;

    private final Snapshots snapshots;

    HttpFile(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Writes one file of a snapshot. */
    @FunctionalInterface
    public interface Content {
        void write(Snapshot snapshot, OutputStream out) throws IOException;
    }

    public Mono<Void> send(ServerHttpResponse response, Scope scope, String name, MediaType type, Content content) {
        return Mono.usingWhen(
                snapshots.take(scope),
                snapshot -> make(snapshot, content)
                        .flatMap(file -> send(
                                response, file, name, type, bytes -> snapshots.whileAllowed(scope, snapshot, bytes))),
                snapshot -> Mono.fromRunnable(snapshot::close).subscribeOn(Blocking.SCHEDULER));
    }

    /** Writes while it reads, and notes what the reader has to have a right to. */
    @FunctionalInterface
    public interface Stream {
        Flux<byte[]> write(Guarded sent);
    }

    /** As {@link #send}, for what is sent from its first bytes on: its length is not known then. */
    public Mono<Void> stream(ServerHttpResponse response, Scope scope, String name, MediaType type, Stream content) {
        return Mono.defer(() -> {
            var guarded = new Guarded();
            describe(response, name, type);
            return response.writeWith(snapshots
                    .whileAllowed(scope, guarded, content.write(guarded))
                    .map(response.bufferFactory()::wrap));
        });
    }

    private Mono<Path> make(Snapshot snapshot, Content content) {
        return Mono.fromCallable(() -> {
                    Path file = snapshot.companion("answer");
                    try (var out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK)) {
                        content.write(snapshot, out);
                    }
                    return file;
                })
                .subscribeOn(Blocking.SCHEDULER);
    }

    private static Mono<Void> send(
            ServerHttpResponse response,
            Path file,
            String name,
            MediaType type,
            UnaryOperator<Flux<DataBuffer>> guard) {
        return Mono.fromCallable(() -> Files.size(file)).flatMap(size -> {
            describe(response, name, type);
            response.getHeaders().setContentLength(size);
            return response.writeWith(guard.apply(DataBufferUtils.read(file, response.bufferFactory(), CHUNK)));
        });
    }

    private static void describe(ServerHttpResponse response, String name, MediaType type) {
        var headers = response.getHeaders();
        headers.setContentType(new MediaType(type, StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
    }
}
