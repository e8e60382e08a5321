package org.dermarium.challenge.submission;

import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import java.util.Map;
import org.dermarium.apidocs.Sends;
import org.dermarium.blobs.BlobStore;
import org.dermarium.live.Live;
import org.dermarium.loop.Blocking;
import org.dermarium.web.WhileAllowed;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For members of the team and staff. */
@RestController
class SubmissionController {

    private static final int CHUNK = 1 << 16;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final Submissions submissions;
    private final Live live;
    private final BlobStore blobs;

    SubmissionController(Submissions submissions, Live live, BlobStore blobs) {
        this.submissions = submissions;
        this.live = live;
        this.blobs = blobs;
    }

    @GetMapping("/api/v2/submissions/{id}/")
    @Operation(summary = "A submission with its status, its problems or its scores")
    Mono<SubmissionOut> one(@PathVariable long id, Caller.Member member) {
        return submissions.visible(member, id).map(submission -> SubmissionOut.of(submission, member));
    }

    @GetMapping("/api/v2/approaches/{id}/submissions/")
    @Operation(summary = "Submissions of an approach, newest first")
    Mono<Page<SubmissionOut>> list(@PathVariable long id, Caller.Member member, PageRequest request) {
        return submissions
                .page(member, id, request)
                .map(page -> page.map(submission -> SubmissionOut.of(submission, member)));
    }

    @GetMapping(value = "/api/v2/submissions/{id}/events/", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Tells when a submission changed")
    Mono<ResponseEntity<Flux<ServerSentEvent<Map<String, String>>>>> events(
            @PathVariable long id, Caller.Member member) {
        return live.changes("submission " + id, () -> submissions.visible(member, id));
    }

    @GetMapping("/api/v2/submissions/{id}/file/")
    @Operation(summary = "The file as it was handed in")
    @Sends("text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable long id, Caller.Member member) {
        return submissions
                .visible(member, id)
                .map(submission -> ResponseEntity.ok()
                        .contentType(CSV)
                        .contentLength(submission.predictions().size())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("submission-" + id + ".csv")
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(WhileAllowed.send(bytes(submission), () -> submissions.visible(member, id))));
    }

    private Flux<DataBuffer> bytes(Submission submission) {
        return DataBufferUtils.readInputStream(() -> open(submission), DefaultDataBufferFactory.sharedInstance, CHUNK)
                .subscribeOn(Blocking.SCHEDULER);
    }

    private InputStream open(Submission submission) {
        return blobs.open(
                submission.predictions().bucket(), submission.predictions().key());
    }
}
