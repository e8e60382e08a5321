package org.dermarium.search.images;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.List;
import java.util.Map;
import org.dermarium.input.CollectionIds;
import org.dermarium.query.Query;
import org.dermarium.query.QueryParser;
import org.dermarium.query.UnparsableQuery;
import org.dermarium.text.HeaderText;
import org.dermarium.web.Caller;
import org.dermarium.web.FileUrls;
import org.dermarium.web.ImageOut;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The public routes of search. */
@RestController
class SearchController {

    /** Says where and why reading a query stopped; the body is the one existing clients know. */
    static final String QUERY_ERROR = "Query-Error";

    private static final String QUERY = """
            Which images. Terms are `field:value`, `field:"two words"`, `field:nev*`, `field:[30 TO 50}` (a curly brace \
            leaves its end out, `*` is no end) and `field:*` (known); a `-` before a term negates it. Terms combine \
            with `AND`, `OR` and round brackets; AND binds tighter. Absent or empty: all. Example: \
            `diagnosis_3:"Melanoma Invasive" AND age_approx:[50 TO *] AND -sex:male`.\
            """;

    private static final String COLLECTIONS =
            "Numbers of collections with commas between them: images in any of those that the caller may see.";

    private static final List<Object> PLACE = List.of("query", "collections");

    private final Images images;
    private final FileUrls urls;

    SearchController(Images images, FileUrls urls) {
        this.images = images;
        this.urls = urls;
    }

    @GetMapping("/api/v2/images/search/")
    @Operation(summary = "Search images")
    @Parameter(name = "query", in = ParameterIn.QUERY, description = QUERY)
    @Parameter(name = "collections", in = ParameterIn.QUERY, description = COLLECTIONS, example = "65,70")
    Mono<Page<ImageOut>> search(
            @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            PageRequest request,
            ServerHttpResponse response) {
        return images.page(scope(caller, parameters, response), request)
                .map(page -> page.map(image -> ImageOut.of(image, caller, urls)));
    }

    @GetMapping("/api/v2/images/search/size/")
    @Operation(summary = "Bytes of the files that a search finds")
    @Parameter(name = "query", in = ParameterIn.QUERY, description = QUERY)
    @Parameter(name = "collections", in = ParameterIn.QUERY, description = COLLECTIONS, example = "65,70")
    Mono<Map<String, Long>> size(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller, ServerHttpResponse response) {
        return images.bytes(scope(caller, parameters, response)).map(bytes -> Map.of("size", bytes));
    }

    @GetMapping("/api/v2/images/facets/")
    @Operation(summary = "Count the values of every facet among the images that a search finds")
    @Parameter(name = "query", in = ParameterIn.QUERY, description = QUERY)
    @Parameter(name = "collections", in = ParameterIn.QUERY, description = COLLECTIONS, example = "65,70")
    Mono<Map<String, FacetOut>> facets(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller, ServerHttpResponse response) {
        return images.facets(scope(caller, parameters, response));
    }

    /** The parameters as they were sent: bound to a list, a lone one would lose its last comma. */
    private static Scope scope(Caller caller, MultiValueMap<String, String> parameters, ServerHttpResponse response) {
        Query query = parsed(parameters.getFirst("query"), response);
        return new Scope(caller, query, CollectionIds.parse(parameters.getOrDefault("collections", List.of()), PLACE));
    }

    private static Query parsed(@Nullable String query, ServerHttpResponse response) {
        try {
            return QueryParser.parse(query == null ? "" : query);
        } catch (UnparsableQuery wrong) {
            String where = "column " + wrong.column() + ": " + wrong.getMessage();
            response.getHeaders().set(QUERY_ERROR, HeaderText.encoded(where));
            throw Refusal.rule("Could not parse search query.");
        }
    }
}
