package org.dermarium.catalog.archive;

import java.util.List;
import org.dermarium.archive.ZipArchive;
import org.dermarium.blobs.BlobStore;
import org.dermarium.catalog.metadata.Snapshot;
import org.dermarium.catalog.metadata.Snapshots;
import org.dermarium.store.Blocking;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
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

    private final ZipOrders orders;
    private final Snapshots snapshots;
    private final BlobStore blobs;
    private final DownloadMetrics metrics;

    DownloadController(ZipOrders orders, Snapshots snapshots, BlobStore blobs, DownloadMetrics metrics) {
        this.orders = orders;
        this.snapshots = snapshots;
        this.blobs = blobs;
        this.metrics = metrics;
    }

    @GetMapping("/download")
    Mono<Void> download(@RequestParam(required = false) @Nullable String zsid, ServerWebExchange exchange) {
        return orders.scope(zsid)
                .flatMap(scope -> Mono.usingWhen(
                        snapshots.take(scope),
                        snapshot -> Mono.fromCallable(() -> prepared(snapshot))
                                .subscribeOn(Blocking.SCHEDULER)
                                .flatMap(archive -> send(archive, FileListing.fileName(snapshot), exchange)),
                        snapshot -> Mono.fromRunnable(snapshot::close).subscribeOn(Blocking.SCHEDULER)));
    }

    private ZipArchive prepared(Snapshot snapshot) throws java.io.IOException {
        ZipArchive archive = SnapshotArchive.of(snapshot, blobs);
        SnapshotArchive.checkStorage(snapshot, blobs);
        return archive;
    }

    private Mono<Void> send(ZipArchive archive, String name, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(ZIP);
        headers.setETag(archive.tag());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        long from = 0;
        long to = archive.size() - 1;
        @Nullable HttpRange range = range(request, archive);
        if (range != null) {
            from = range.getRangeStart(archive.size());
            to = range.getRangeEnd(archive.size());
            if (from > to) {
                return unsatisfiable(response, archive);
            }
            response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + archive.size());
        }
        headers.setContentLength(to - from + 1);
        return request.getMethod() == HttpMethod.HEAD
                ? response.setComplete()
                : response.writeWith(bytes(archive, from, to - from + 1, response));
    }

    private Flux<DataBuffer> bytes(ZipArchive archive, long from, long length, ServerHttpResponse response) {
        var read = DataBufferUtils.readInputStream(() -> archive.open(from, length), response.bufferFactory(), CHUNK)
                .subscribeOn(Blocking.SCHEDULER);
        return metrics.watched(read, length);
    }

    /** Null for the whole archive: nothing, several or nonsense was asked, or another archive than this was begun. */
    private static @Nullable HttpRange range(ServerHttpRequest request, ZipArchive archive) {
        String header = request.getHeaders().getFirst(HttpHeaders.RANGE);
        String begun = request.getHeaders().getFirst(HttpHeaders.IF_RANGE);
        if (header == null || begun != null && !begun.equals(archive.tag())) {
            return null;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    private static Mono<Void> unsatisfiable(ServerHttpResponse response, ZipArchive archive) {
        response.setStatusCode(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        response.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + archive.size());
        response.getHeaders().remove(HttpHeaders.CONTENT_DISPOSITION);
        return response.setComplete();
    }
}
