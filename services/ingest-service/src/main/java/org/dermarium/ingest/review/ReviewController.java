package org.dermarium.ingest.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.web.Caller;
import org.dermarium.web.Problem;
import org.dermarium.web.Required;
import org.dermarium.web.Unprocessable;
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

    record CohortReview(@Nullable Boolean value, @Nullable List<Long> accessions) {

        boolean verdict() {
            Required.fields().of("value", value).check();
            return Boolean.TRUE.equals(value);
        }
    }

    record Verdict(@Nullable Long id, @Nullable Boolean value) {}

    @PostMapping("/api/v2/cohorts/{id}/review/")
    Mono<Map<String, Integer>> cohort(@PathVariable long id, Caller caller, @RequestBody Mono<CohortReview> body) {
        Caller.Member reviewer = caller.staff();
        return body.flatMap(given -> {
            boolean verdict = given.verdict();
            return cohorts.visibleTo(reviewer, id)
                    .then(Mono.defer(() -> review.ofCohort(id, given.accessions(), verdict, reviewer.id())))
                    .map(count -> Map.of("count", count));
        });
    }

    @PostMapping("/api/v2/accessions/create-review-bulk/")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Map<String, Object>> bulk(Caller caller, @RequestBody Mono<List<@Nullable Verdict>> body) {
        Caller.Member reviewer = caller.staff();
        return body.flatMap(given -> review.each(verdicts(given), reviewer.id()))
                .thenReturn(Map.of());
    }

    private static Map<Long, Boolean> verdicts(List<@Nullable Verdict> given) {
        var verdicts = LinkedHashMap.<Long, Boolean>newLinkedHashMap(given.size());
        for (int i = 0; i < given.size(); i++) {
            Verdict verdict = given.get(i);
            Long id = verdict == null ? null : verdict.id();
            Boolean value = verdict == null ? null : verdict.value();
            if (id == null || value == null) {
                throw new Unprocessable(Problem.missing(Problem.body(i, id == null ? "id" : "value")));
            }
            verdicts.put(id, value);
        }
        return verdicts;
    }
}
