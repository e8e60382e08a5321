package org.dermarium.ingest.cohort;

import io.swagger.v3.oas.annotations.Operation;
import org.dermarium.apidocs.NamePart;
import org.dermarium.apidocs.Refuses;
import org.dermarium.ingest.contributor.Contributors;
import org.dermarium.input.FindText;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class CohortController {

    private final Cohorts cohorts;
    private final Contributors contributors;

    CohortController(Cohorts cohorts, Contributors contributors) {
        this.cohorts = cohorts;
        this.contributors = contributors;
    }

    @GetMapping("/api/v2/cohorts/")
    @Operation(summary = "List cohorts of the caller's contributors; all for staff")
    Mono<Page<Cohort>> list(Caller.Member member, PageRequest request) {
        return cohorts.page(member, request);
    }

    @GetMapping("/api/v2/cohorts/{id}/")
    @Operation(summary = "A cohort")
    Mono<Cohort> one(@PathVariable long id, Caller.Member member) {
        return cohorts.visibleTo(member, id);
    }

    @PostMapping("/api/v2/cohorts/")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses(404)
    @Operation(summary = "Make a cohort of a contributor")
    Mono<Cohort> create(Caller.Member creator, @RequestBody Mono<CohortIn> body) {
        return body.flatMap(
                cohort -> contributors.visibleTo(creator, cohort.contributor()).then(cohorts.add(creator, cohort)));
    }

    @GetMapping("/api/v2/autocomplete/cohort/")
    @Operation(operationId = "findCohorts", summary = "Cohorts by a part of their name")
    Flux<Cohort> complete(Caller.Member member, @NamePart @RequestParam(required = false) @Nullable String query) {
        return cohorts.named(member, FindText.checked(query));
    }
}
