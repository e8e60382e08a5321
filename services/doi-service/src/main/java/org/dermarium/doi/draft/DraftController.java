package org.dermarium.doi.draft;

import io.swagger.v3.oas.annotations.Operation;
import org.dermarium.apidocs.Refuses;
import org.dermarium.web.caller.Caller.Member;
import org.dermarium.web.caller.Staff;
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

    record DraftOut(String slug) {}

    record ChangedOut(String message) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({403, 404})
    @Operation(operationId = "createDoi", summary = "Draft a DOI for a collection")
    Mono<DraftOut> create(Member member, @RequestBody Mono<DraftIn> body) {
        return body.flatMap(in -> create.create(member, in)).map(doi -> new DraftOut(doi.slug()));
    }

    @PatchMapping("{slug}/")
    @Refuses({403, 409})
    @Operation(summary = "Edit a draft; what is not sent stays")
    Mono<ChangedOut> edit(@PathVariable String slug, Member member, @RequestBody Mono<EditIn> body) {
        return body.flatMap(in -> change.edit(member, slug, in))
                .thenReturn(new ChangedOut("Draft DOI updated successfully."));
    }

    @PostMapping("{slug}/approve/")
    @Operation(summary = "Approve a draft")
    Mono<ChangedOut> approve(@PathVariable String slug, @Staff Member staff) {
        return change.approve(staff, slug).thenReturn(new ChangedOut("Draft DOI approved successfully."));
    }
}
