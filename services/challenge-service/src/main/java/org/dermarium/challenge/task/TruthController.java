package org.dermarium.challenge.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.dermarium.apidocs.Refuses;
import org.dermarium.challenge.file.FileSettings;
import org.dermarium.challenge.file.IncomingFiles;
import org.dermarium.challenge.table.UnusableTable;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes ground truths; gives none. */
@RestController
@RequestMapping("/api/v2/tasks/{id}/truth/")
class TruthController {

    private static final String CSV = "text/csv";

    private final Tasks tasks;
    private final KeepTruth keepTruth;
    private final IncomingFiles files;
    private final UploadedFiles uploads;
    private final FileSettings limits;

    TruthController(Tasks tasks, KeepTruth keepTruth, IncomingFiles files, UploadedFiles uploads, FileSettings limits) {
        this.tasks = tasks;
        this.keepTruth = keepTruth;
        this.files = files;
        this.uploads = uploads;
        this.limits = limits;
    }

    record TruthIn(@NotNull String groundTruth) {}

    record TruthOut(int rows, List<String> categories) {}

    @PutMapping(consumes = CSV)
    @Refuses(409)
    @Operation(
            summary = "Set the ground truth of a task, from a table or an upload, for staff",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    Mono<TruthOut> put(
            @PathVariable long id, @Staff Caller.Member staff, @Parameter(hidden = true) ServerHttpRequest request) {
        long announced = request.getHeaders().getContentLength();
        return keep(
                id,
                staff,
                files.body(request.getBody(), announced, CSV, limits.body().toBytes()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Refuses(409)
    @Operation(summary = "Set the ground truth of a task, from a table or an upload, for staff")
    Mono<TruthOut> putUploaded(@PathVariable long id, @Staff Caller.Member staff, @RequestBody Mono<TruthIn> body) {
        return body.flatMap(in -> {
            var file = uploads.redeem(staff, UploadField.TRUTH, "ground_truth", in.groundTruth());
            return keep(id, staff, files.upload(file, CSV, limits.table().toBytes()));
        });
    }

    private Mono<TruthOut> keep(long id, Caller caller, IncomingFiles.Source source) {
        return tasks.visible(caller, id)
                .flatMap(task -> keepTruth.keep(task, source))
                .map(truth -> new TruthOut(truth.ids().size(), truth.categories()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unusable(UnusableTable table) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", String.valueOf(table.getMessage()), "problems", table.problems()));
    }
}
