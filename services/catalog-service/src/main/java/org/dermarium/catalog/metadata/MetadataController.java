package org.dermarium.catalog.metadata;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dermarium.apidocs.SearchParameters;
import org.dermarium.apidocs.Sends;
import org.dermarium.catalog.collection.CollectionId;
import org.dermarium.catalog.collection.Collections;
import org.dermarium.catalog.image.Scope;
import org.dermarium.web.caller.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Metadata of a search or of a collection as CSV. */
@RestController
class MetadataController {

    static final MediaType CSV = new MediaType("text", "csv");

    private final HttpFile files;
    private final Collections collections;
    private final Clock clock;

    MetadataController(HttpFile files, Collections collections, Clock clock) {
        this.files = files;
        this.collections = collections;
        this.clock = clock;
    }

    @GetMapping("/api/v2/images/metadata/")
    @SearchParameters
    @Operation(operationId = "getImagesMetadata", summary = "Metadata of the images that a search finds, as a table")
    @Sends("text/csv")
    Mono<Void> ofSearch(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller, ServerHttpResponse response) {
        Scope scope =
                Scope.read(caller, parameters.getFirst("query"), parameters.getOrDefault("collections", List.of()));
        return files.send(response, scope, "ISIC-metadata_" + today() + ".csv", CSV, Snapshot::writeMetadata);
    }

    @GetMapping("/api/v2/collections/{id}/metadata/")
    @Operation(summary = "Metadata of the images of a collection, as a table")
    @Sends("text/csv")
    Mono<Void> ofCollection(@PathVariable BigInteger id, Caller caller, ServerHttpResponse response) {
        return collections.visible(caller, CollectionId.of(id)).flatMap(collection -> {
            String name = slug(collection.name()) + "_metadata_" + today() + ".csv";
            return files.send(
                    response, Scope.ofCollection(caller, collection.id()), name, CSV, Snapshot::writeMetadata);
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The letters and digits of a name, in lower case, with a hyphen for everything between them. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^\\p{ASCII}]", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "collection" : slug;
    }
}
