package org.dermarium.doi.publish;

import java.util.Map;
import org.dermarium.web.Caller;
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

    @PostMapping("/api/v2/doi/{slug}/publish/")
    Mono<Map<String, String>> publish(@PathVariable String slug, Caller caller) {
        return request.request(caller.member(), slug)
                .thenReturn(Map.of("message", "DOI publish task started successfully."));
    }

    @DeleteMapping("/api/v2/doi/{slug}/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(@PathVariable String slug, Caller caller) {
        return discard.discard(caller.member(), slug);
    }
}
