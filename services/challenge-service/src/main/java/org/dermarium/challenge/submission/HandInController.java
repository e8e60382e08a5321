package org.dermarium.challenge.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.dermarium.apidocs.Refuses;
import org.dermarium.challenge.file.FileSettings;
import org.dermarium.challenge.file.IncomingFiles;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is in the file is looked at by scoring; here only who sends it, when, and how much. */
@RestController
@RequestMapping("/api/v2/approaches/{id}/submissions/")
class HandInController {

    private static final String CSV = "text/csv";

    private final HandIn handIn;
    private final IncomingFiles files;
    private final UploadedFiles uploads;
    private final FileSettings limits;

    HandInController(HandIn handIn, IncomingFiles files, UploadedFiles uploads, FileSettings limits) {
        this.handIn = handIn;
        this.files = files;
        this.uploads = uploads;
        this.limits = limits;
    }

    record PredictionsIn(
            @NotNull String predictions, @Nullable Boolean acceptedTerms) {}

    @PostMapping(consumes = CSV)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(403)
    @Operation(
            operationId = "handInPredictions",
            summary = "Hand in predictions, as a table or as an upload",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    Mono<SubmissionOut> post(
            @PathVariable long id,
            @Parameter(description = "Whether the sender accepts the data sharing policy.")
                    @RequestParam(name = "accepted_terms", required = false, defaultValue = "false")
                    boolean acceptedTerms,
            Caller.Member member,
            @Parameter(hidden = true) ServerHttpRequest request) {
        var source = Mono.fromSupplier(() -> files.body(
                request.getBody(),
                request.getHeaders().getContentLength(),
                CSV,
                limits.body().toBytes()));
        return handIn.handIn(member, id, acceptedTerms, source).map(submission -> SubmissionOut.of(submission, member));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(403)
    @Operation(operationId = "handInPredictions", summary = "Hand in predictions, as a table or as an upload")
    Mono<SubmissionOut> postUploaded(
            @PathVariable long id, Caller.Member member, @RequestBody Mono<PredictionsIn> body) {
        return body.flatMap(in -> {
                    var source = Mono.fromSupplier(() -> uploaded(member, in));
                    return handIn.handIn(member, id, Boolean.TRUE.equals(in.acceptedTerms()), source);
                })
                .map(submission -> SubmissionOut.of(submission, member));
    }

    private IncomingFiles.Source uploaded(Caller.Member member, PredictionsIn in) {
        var file = uploads.redeem(member, UploadField.PREDICTIONS, "predictions", in.predictions());
        return files.upload(file, CSV, limits.table().toBytes());
    }
}
