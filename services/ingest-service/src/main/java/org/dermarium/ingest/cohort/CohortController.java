package org.dermarium.ingest.cohort;

import org.dermarium.ingest.contributor.Contributors;
import org.dermarium.input.FindText;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
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
    Mono<Page<Cohort>> list(Caller caller, PageRequest request) {
        return cohorts.page(caller.member(), request);
    }

    @GetMapping("/api/v2/cohorts/{id}/")
    Mono<Cohort> one(@PathVariable long id, Caller caller) {
        return cohorts.visibleTo(caller.member(), id);
    }

    @PostMapping("/api/v2/cohorts/")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Cohort> create(Caller caller, @RequestBody Mono<CohortIn> body) {
        Caller.Member creator = caller.member();
        return body.flatMap(
                cohort -> contributors.visibleTo(creator, cohort.contributor()).then(cohorts.add(creator, cohort)));
    }

    @GetMapping("/api/v2/autocomplete/cohort/")
    Flux<Cohort> complete(Caller caller, @RequestParam(required = false) @Nullable String query) {
        Caller.Member member = caller.member();
        return cohorts.named(member, FindText.checked(query));
    }
}
