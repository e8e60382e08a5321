package org.dermarium.catalog.archive;

import io.swagger.v3.oas.annotations.Operation;
import java.util.function.UnaryOperator;
import org.dermarium.apidocs.Refuses;
import org.dermarium.apidocs.Sends;
import org.dermarium.archive.zip.ZipArchive;
import org.dermarium.blobs.BlobStore;
import org.dermarium.catalog.metadata.Snapshot;
import org.dermarium.catalog.metadata.Snapshots;
import org.dermarium.loop.Blocking;
import org.dermarium.web.file.RangedAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams a ZIP archive, whole or from where an earlier download broke off. A file that cannot be read breaks the
 * connection: the client sees fewer bytes than announced, never an archive with a hole in it.
 */
@RestController
class DownloadController {

    private static final int CHUNK = 1 << 16;
    private static final MediaType ZIP = new MediaType("application", "zip");

    private final R2dbcZipOrders orders;
    private final Snapshots snapshots;
    private final BlobStore blobs;
    private final DownloadMetrics metrics;

    DownloadController(R2dbcZipOrders orders, Snapshots snapshots, BlobStore blobs, DownloadMetrics metrics) {
        this.orders = orders;
        this.snapshots = snapshots;
        this.blobs = blobs;
        this.metrics = metrics;
    }

    @GetMapping("/download")
    @Operation(
            operationId = "downloadZip",
            summary = "The images of a search as one archive, whole or from where a download broke off")
    @Sends(value = "application/zip", inParts = true)
    @Refuses(401)
    Mono<Void> download(@RequestParam(required = false) @Nullable String zsid, ServerWebExchange exchange) {
        return orders.scope(zsid)
                .flatMap(scope -> Mono.usingWhen(
                        snapshots.take(scope),
                        snapshot -> Mono.fromCallable(() -> prepared(snapshot))
                                .subscribeOn(Blocking.SCHEDULER)
                                .flatMap(archive -> send(
                                        archive,
                                        FileListing.fileName(snapshot),
                                        exchange,
                                        bytes -> snapshots.whileAllowed(scope, snapshot, bytes))),
                        snapshot -> Mono.fromRunnable(snapshot::close).subscribeOn(Blocking.SCHEDULER)));
    }

    private ZipArchive prepared(Snapshot snapshot) throws java.io.IOException {
        ZipArchive archive = SnapshotArchive.of(snapshot, blobs);
        SnapshotArchive.checkStorage(snapshot, blobs);
        return archive;
    }

    private Mono<Void> send(
            ZipArchive archive, String name, ServerWebExchange exchange, UnaryOperator<Flux<DataBuffer>> guard) {
        var response = exchange.getResponse();
        response.getHeaders().setContentType(ZIP);
        response.getHeaders()
                .setContentDisposition(
                        ContentDisposition.attachment().filename(name).build());
        return RangedAnswer.send(
                exchange,
                archive.size(),
                archive.tag(),
                (from, length) -> metrics.watched(guard.apply(bytes(archive, from, length, response)), length));
    }

    private Flux<DataBuffer> bytes(ZipArchive archive, long from, long length, ServerHttpResponse response) {
        return DataBufferUtils.readInputStream(() -> archive.open(from, length), response.bufferFactory(), CHUNK)
                .subscribeOn(Blocking.SCHEDULER);
    }
}
