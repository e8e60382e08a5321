package org.dermarium.challenge.approach;

import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import org.dermarium.apidocs.Sends;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.loop.Blocking;
import org.dermarium.web.Refusal;
import org.dermarium.web.WhileAllowed;
import org.dermarium.web.caller.Caller;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives manuscripts out; the right to read one is asked at each fetch. */
@RestController
class ManuscriptController {

    private static final int CHUNK = 1 << 16;

    private final Approaches approaches;
    private final BlobStore blobs;
    private final S3Settings settings;

    ManuscriptController(Approaches approaches, BlobStore blobs, S3Settings settings) {
        this.approaches = approaches;
        this.blobs = blobs;
        this.settings = settings;
    }

    @GetMapping(path = "/api/v2/approaches/{id}/manuscript/", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The manuscript of an approach, for its team, for staff, and for those who see it on a board")
    @Sends("application/pdf")
    Mono<ResponseEntity<Flux<DataBuffer>>> manuscript(@PathVariable long id, Caller caller) {
        return approaches
                .manuscript(caller, id)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .map(key -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename("manuscript-" + id + ".pdf")
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "sandbox")
                        .cacheControl(CacheControl.noStore())
                        .body(WhileAllowed.send(bytes(key), () -> approaches.manuscript(caller, id))));
    }

    private Flux<DataBuffer> bytes(String key) {
        return DataBufferUtils.readInputStream(() -> open(key), DefaultDataBufferFactory.sharedInstance, CHUNK)
                .subscribeOn(Blocking.SCHEDULER);
    }

    private InputStream open(String key) {
        return blobs.open(settings.privateBucket(), key);
    }
}
