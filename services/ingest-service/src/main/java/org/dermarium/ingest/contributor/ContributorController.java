package org.dermarium.ingest.contributor;

import java.util.Map;
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
class ContributorController {

    private final Contributors contributors;

    ContributorController(Contributors contributors) {
        this.contributors = contributors;
    }

    @GetMapping("/api/v2/contributors/")
    Mono<Page<Contributor>> list(Caller caller, PageRequest request) {
        return contributors.page(caller.member(), request);
    }

    @GetMapping("/api/v2/contributors/{id}/")
    Mono<ContributorDetail> one(@PathVariable long id, Caller caller) {
        return contributors
                .visibleTo(caller.member(), id)
                .flatMap(found ->
                        contributors.cohorts(id).collectList().map(cohorts -> ContributorDetail.of(found, cohorts)));
    }

    @PostMapping("/api/v2/contributors/")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Contributor> create(Caller caller, @RequestBody Mono<ContributorIn> body) {
        Caller.Member creator = caller.member();
        return body.flatMap(contributor -> contributors.add(creator, contributor));
    }

    @GetMapping("/api/v2/autocomplete/contributor/")
    Flux<Map<String, Object>> complete(Caller caller, @RequestParam(required = false) @Nullable String query) {
        Caller.Member member = caller.member();
        return contributors
                .named(member, FindText.checked(query))
                .map(c -> Map.of("id", c.id(), "institution_name", c.institutionName()));
    }
}
