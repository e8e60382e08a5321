package org.dermarium.doi.publish;

import java.util.Map;
import org.dermarium.web.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where a DOI is asked to be published. */
@RestController
class PublishController {

    private final RequestPublication request;

    PublishController(RequestPublication request) {
        this.request = request;
    }

    @PostMapping("/api/v2/doi/{slug}/publish/")
    Mono<Map<String, String>> publish(@PathVariable String slug, Caller caller) {
        return request.request(caller.member(), slug)
                .thenReturn(Map.of("message", "DOI publish task started successfully."));
    }
}
