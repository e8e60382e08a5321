package org.dermarium.ingest.contributor;

import io.swagger.v3.oas.annotations.Operation;
import org.dermarium.apidocs.NamePart;
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
class ContributorController {

    private final Contributors contributors;

    ContributorController(Contributors contributors) {
        this.contributors = contributors;
    }

    record ContributorName(long id, String institutionName) {}

    @GetMapping("/api/v2/contributors/")
    @Operation(summary = "List contributors that the caller owns; all for staff")
    Mono<Page<Contributor>> list(Caller.Member member, PageRequest request) {
        return contributors.page(member, request);
    }

    @GetMapping("/api/v2/contributors/{id}/")
    @Operation(summary = "A contributor with its cohorts")
    Mono<ContributorDetail> one(@PathVariable long id, Caller.Member member) {
        return contributors
                .visibleTo(member, id)
                .flatMap(found ->
                        contributors.cohorts(id).collectList().map(cohorts -> ContributorDetail.of(found, cohorts)));
    }

    @PostMapping("/api/v2/contributors/")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a contributor, owned by the caller")
    Mono<Contributor> create(Caller.Member creator, @RequestBody Mono<ContributorIn> body) {
        return body.flatMap(contributor -> contributors.add(creator, contributor));
    }

    @GetMapping("/api/v2/autocomplete/contributor/")
    @Operation(operationId = "findContributors", summary = "Contributors by a part of their name")
    Flux<ContributorName> complete(
            Caller.Member member, @NamePart @RequestParam(required = false) @Nullable String query) {
        return contributors
                .named(member, FindText.checked(query))
                .map(c -> new ContributorName(c.id(), c.institutionName()));
    }
}
