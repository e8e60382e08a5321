package org.dermarium.gateway.apidocs;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Where machines and people find the API described; the addresses are those that existing clients know. */
@RestController
class ApiDocsController {

    private static final URI PAGE = URI.create("/api");

    private final ApiDocuments documents;

    ApiDocsController(ApiDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/api/v2/openapi.json")
    Mono<ResponseEntity<ObjectNode>> document() {
        return documents
                .whole()
                .map(document -> ResponseEntity.ok()
                        .cacheControl(
                                document.has("x-missing")
                                        ? CacheControl.noCache()
                                        : CacheControl.maxAge(ApiDocuments.KEPT).cachePublic())
                        .body(document));
    }

    @GetMapping({"/api/", "/api/docs", "/api/docs/", "/api/docs/swagger", "/api/docs/swagger/"})
    ResponseEntity<Void> page() {
        return ResponseEntity.status(HttpStatus.FOUND).location(PAGE).build();
    }
}
