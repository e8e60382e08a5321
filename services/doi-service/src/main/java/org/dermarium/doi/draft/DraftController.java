package org.dermarium.doi.draft;

import java.util.Map;
import org.dermarium.web.Caller;
import org.dermarium.web.Caller.Member;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Drafts on the wire. Who calls is asked before the body is read: a stranger learns nothing of it. */
@RestController
@RequestMapping("/api/v2/doi/")
class DraftController {

    private final CreateDraft create;
    private final ChangeDraft change;

    DraftController(CreateDraft create, ChangeDraft change) {
        this.create = create;
        this.change = change;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Map<String, String>> create(Caller caller, @RequestBody Mono<DraftIn> body) {
        Member member = caller.member();
        return body.flatMap(in -> create.create(member, in)).map(doi -> Map.of("slug", doi.slug()));
    }

    @PatchMapping("{slug}/")
    Mono<Map<String, String>> edit(@PathVariable String slug, Caller caller, @RequestBody Mono<EditIn> body) {
        Member member = caller.member();
        return body.flatMap(in -> change.edit(member, slug, in))
                .thenReturn(Map.of("message", "Draft DOI updated successfully."));
    }

    @PostMapping("{slug}/approve/")
    Mono<Map<String, String>> approve(@PathVariable String slug, Caller caller) {
        return change.approve(caller.staff(), slug).thenReturn(Map.of("message", "Draft DOI approved successfully."));
    }
}
