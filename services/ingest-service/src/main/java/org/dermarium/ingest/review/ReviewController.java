package org.dermarium.ingest.review;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For staff. */
@RestController
class ReviewController {

    private final ReviewImages review;
    private final Cohorts cohorts;

    ReviewController(ReviewImages review, Cohorts cohorts) {
        this.review = review;
        this.cohorts = cohorts;
    }

    record CohortReview(@NotNull Boolean value, @Nullable List<@NotNull Long> accessions) {}

    record Verdict(@NotNull Long id, @NotNull Boolean value) {}

    record ReviewedOut(int count) {}

    @PostMapping("/api/v2/cohorts/{id}/review/")
    @Operation(operationId = "reviewCohort", summary = "Accept or reject what waits for review in a cohort")
    Mono<ReviewedOut> cohort(
            @PathVariable long id, @Staff Caller.Member reviewer, @RequestBody Mono<CohortReview> body) {
        return body.flatMap(given -> cohorts.checkVisible(reviewer, id)
                .then(Mono.defer(() -> review.ofCohort(id, given.accessions(), given.value(), reviewer.id())))
                .map(ReviewedOut::new));
    }

    @PostMapping("/api/v2/accessions/create-review-bulk/")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "reviewAccessions", summary = "Accept or reject accessions one by one")
    Mono<Map<String, Object>> bulk(@Staff Caller.Member reviewer, @RequestBody Mono<List<Verdict>> body) {
        return body.flatMap(given -> review.each(verdicts(given), reviewer.id()))
                .thenReturn(Map.of());
    }

    /** Of two verdicts on one image the later one counts. */
    private static Map<Long, Boolean> verdicts(List<Verdict> given) {
        var verdicts = LinkedHashMap.<Long, Boolean>newLinkedHashMap(given.size());
        given.forEach(verdict -> verdicts.put(verdict.id(), verdict.value()));
        return verdicts;
    }
}
