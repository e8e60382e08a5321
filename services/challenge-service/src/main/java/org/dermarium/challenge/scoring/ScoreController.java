package org.dermarium.challenge.scoring;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.dermarium.challenge.submission.SubmissionOut;
import org.dermarium.challenge.submission.Submissions;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v2/submissions/{id}/")
class ScoreController {

    private final ScoreDocuments documents;
    private final Submissions submissions;
    private final Rescoring rescoring;

    ScoreController(ScoreDocuments documents, Submissions submissions, Rescoring rescoring) {
        this.documents = documents;
        this.submissions = submissions;
        this.rescoring = rescoring;
    }

    @GetMapping("score/")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScoreOut.class)))
    @Operation(summary = "Every measure of a submission, without curves; empty while it has no score")
    Mono<ResponseEntity<String>> score(@PathVariable long id, Caller caller) {
        return documents.document(caller, id).map(ScoreController::json);
    }

    @GetMapping("score/curves/")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScoreOut.Curves.class)))
    @Operation(summary = "The receiver operating characteristic of each category")
    Mono<ResponseEntity<String>> curves(@PathVariable long id, Caller caller) {
        return documents.curves(caller, id).map(ScoreController::json);
    }

    private static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
    }

    @PostMapping("rescore/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Have a submission scored once more, for staff")
    Mono<SubmissionOut> rescore(@PathVariable long id, @Staff Caller.Member staff) {
        return submissions
                .visible(staff, id)
                .then(Mono.defer(() -> rescoring.again(id)))
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("This submission is being scored already.")))
                .map(submission -> SubmissionOut.of(submission, staff));
    }
}
