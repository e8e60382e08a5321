package org.dermarium.doi.overview;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where DOIs are read. */
@RestController
@RequestMapping("/api/v2/doi/")
class DoiController {

    private final Dois dois;
    private final ShowDois show;

    DoiController(Dois dois, ShowDois show) {
        this.dois = dois;
        this.show = show;
    }

    @GetMapping
    @Operation(
            operationId = "listDois",
            summary = "List data sets with a DOI, newest first; drafts for those who may see them")
    Mono<Page<DoiOut>> list(Caller caller, PageRequest request) {
        return dois.page(caller, request).flatMap(page -> shown(caller, page));
    }

    @GetMapping("{slug}/")
    @Operation(summary = "A data set with its files, or a draft with its progress")
    Mono<DoiOut> doi(@PathVariable String slug, Caller caller) {
        return dois.visible(caller, slug)
                .flatMap(doi -> show.show(caller, List.of(doi)))
                .map(List::getFirst);
    }

    private Mono<Page<DoiOut>> shown(Caller caller, Page<Doi> page) {
        return show.show(caller, page.results())
                .map(results -> new Page<>(results, page.count(), page.next(), page.previous()));
    }
}
