package org.dermarium.doi.publish;

import io.swagger.v3.oas.annotations.Operation;
import org.dermarium.apidocs.Refuses;
import org.dermarium.web.caller.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where a DOI is asked to be published, or given up. */
@RestController
class PublishController {

    private final RequestPublication request;
    private final DiscardDoi discard;

    PublishController(RequestPublication request, DiscardDoi discard) {
        this.request = request;
        this.discard = discard;
    }

    record StartedOut(String message) {}

    @PostMapping("/api/v2/doi/{slug}/publish/")
    @Refuses(403)
    @Operation(summary = "Publish a draft; it goes on behind the request")
    Mono<StartedOut> publish(@PathVariable String slug, Caller.Member member) {
        return request.request(member, slug).thenReturn(new StartedOut("DOI publish task started successfully."));
    }

    @DeleteMapping("/api/v2/doi/{slug}/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({403, 409})
    @Operation(summary = "Discard a draft")
    Mono<Void> discard(@PathVariable String slug, Caller.Member member) {
        return discard.discard(member, slug);
    }
}
