package org.dermarium.ingest.upload;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.dermarium.blobs.MultipartUpload;
import org.dermarium.blobs.ledger.TooManyUploads;
import org.dermarium.loop.Blocking;
import org.dermarium.upload.UploadClaim;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The upload protocol on the wire. */
@RestController
@RequestMapping("/api/v2/s3-upload")
class UploadController {

    private final Uploads uploads;
    private final UploadSettings limits;
    private final Clock clock;

    UploadController(Uploads uploads, UploadSettings limits, Clock clock) {
        this.uploads = uploads;
        this.limits = limits;
        this.clock = clock;
    }

    record PartUrl(int partNumber, long size, String uploadUrl) {}

    record Initialized(String objectKey, String uploadId, List<PartUrl> parts, String uploadSignature) {}

    /** @param body to POST to the address, as XML */
    record Completed(String completeUrl, String body) {}

    record Finalized(String fieldValue) {}

    record SentPart(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer partNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Long size,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String etag) {}

    record Completion(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String uploadSignature,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String uploadId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable SentPart> parts) {}

    record Finalization(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String uploadSignature) {}

    @PostMapping("/upload-initialize/")
    @Operation(operationId = "initializeUpload", summary = "Begin an upload: addresses to which its parts are PUT")
    Mono<Initialized> initialize(Caller.Member user, @RequestBody Mono<UploadRequest> body) {
        return body.map(request -> request.checked(limits))
                .flatMap(file -> Blocking.call(() -> {
                    UploadClaim claim = uploads.begin(user, file.field(), file.name(), file.size(), file.contentType());
                    String key = claim.file().key();
                    return new Initialized(
                            key.substring(key.indexOf('/') + 1),
                            claim.uploadId(),
                            parts(uploads.upload(claim), file.size()),
                            uploads.signature(claim));
                }));
    }

    @PostMapping("/upload-complete/")
    @Operation(operationId = "completeUpload", summary = "How to put the parts of an upload together")
    Mono<Completed> complete(Caller.Member user, @RequestBody Mono<Completion> body) {
        return body.map(completion -> {
            UploadClaim claim = begun(user, completion.uploadSignature());
            if (!claim.uploadId().equals(completion.uploadId())) {
                throw new UploadRefused("upload_id", "This is not the upload that the signature is for.");
            }
            return new Completed(
                    uploads.completeUrl(claim), MultipartUpload.completion(sent(claim, completion.parts())));
        });
    }

    @PostMapping("/finalize/")
    @Operation(operationId = "finalizeUpload", summary = "Finish an upload: the value by which it is handed in")
    Mono<Finalized> finish(Caller.Member user, @RequestBody Mono<Finalization> body) {
        return body.map(given -> begun(user, given.uploadSignature()))
                .flatMap(claim -> Blocking.call(() -> uploads.finish(claim)
                        .orElseThrow(() -> new UploadRefused(
                                "upload_signature",
                                "The file has not arrived, or not with the "
                                        + claim.file().size() + " bytes that were announced."))))
                .map(Finalized::new);
    }

    /** A number of seconds, as every client reads it. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooMany(TooManyUploads refusal) {
        long seconds =
                Math.max(1, Duration.between(clock.instant(), refusal.freeAt()).toSeconds());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(Map.of(
                        "message",
                        "You have begun " + refusal.uploads() + " uploads with " + refusal.bytes()
                                + " bytes that are not registered; at most "
                                + refusal.bounds().uploads() + " with "
                                + refusal.bounds().bytes()
                                + " bytes may wait. Register them, or wait: the oldest is forgotten at "
                                + refusal.freeAt().truncatedTo(ChronoUnit.SECONDS) + "."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, List<String>>> refused(UploadRefused refusal) {
        return ResponseEntity.badRequest().body(refusal.problems());
    }

    private UploadClaim begun(Caller.Member user, @Nullable String signature) {
        if (signature == null) {
            throw new UploadRefused("upload_signature", UploadRefused.REQUIRED);
        }
        return uploads.begun(user, signature)
                .orElseThrow(() -> new UploadRefused("upload_signature", "Invalid or expired upload signature."));
    }

    private List<PartUrl> parts(MultipartUpload upload, long size) {
        List<String> urls = uploads.partUrls(upload, MultipartUpload.parts(size));
        List<PartUrl> parts = new ArrayList<>(urls.size());
        for (int i = 0; i < urls.size(); i++) {
            long left = size - i * MultipartUpload.PART_SIZE;
            parts.add(new PartUrl(i + 1, Math.min(left, MultipartUpload.PART_SIZE), urls.get(i)));
        }
        return parts;
    }

    private static List<MultipartUpload.Part> sent(UploadClaim claim, @Nullable List<@Nullable SentPart> given) {
        int wanted = MultipartUpload.parts(claim.file().size());
        var numbers = new HashSet<Integer>();
        List<MultipartUpload.Part> parts = new ArrayList<>();
        long size = 0;
        for (SentPart part : given == null ? List.<@Nullable SentPart>of() : given) {
            if (part == null || part.partNumber() == null || part.size() == null || part.etag() == null) {
                throw new UploadRefused("parts", "Every part has part_number, size and etag.");
            }
            numbers.add(part.partNumber());
            size += part.size();
            parts.add(new MultipartUpload.Part(part.partNumber(), part.etag()));
        }
        boolean all = parts.size() == wanted && numbers.size() == wanted;
        if (!all || size != claim.file().size() || numbers.stream().anyMatch(n -> n < 1 || n > wanted)) {
            throw new UploadRefused(
                    "parts",
                    "The upload has parts 1 to " + wanted + " with "
                            + claim.file().size() + " bytes together.");
        }
        return parts;
    }
}
