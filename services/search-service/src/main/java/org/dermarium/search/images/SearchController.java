package org.dermarium.search.images;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dermarium.apidocs.SearchParameters;
import org.dermarium.input.CollectionIds;
import org.dermarium.query.Query;
import org.dermarium.query.QueryParser;
import org.dermarium.query.UnparsableQuery;
import org.dermarium.search.finding.Branch;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.Screen;
import org.dermarium.text.HeaderText;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.FileUrls;
import org.dermarium.web.file.ImageOut;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
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

    private static final List<Object> PLACE = List.of("query", "collections");

    private final Images images;
    private final FileUrls urls;

    SearchController(Images images, FileUrls urls) {
        this.images = images;
        this.urls = urls;
    }

    @GetMapping("/api/v2/images/search/")
    @Operation(operationId = "searchImages", summary = "Search images")
    @SearchParameters
    Mono<Page<ImageOut>> search(
            @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            PageRequest request,
            ServerHttpResponse response) {
        return images.page(asked(caller, parameters, response), request)
                .map(page -> page.map(image -> ImageOut.of(image, caller, urls)));
    }

    /** @param size in bytes */
    record SizeOut(long size) {}

    @GetMapping("/api/v2/images/search/size/")
    @Operation(summary = "Bytes of the files that a search finds")
    @SearchParameters
    Mono<SizeOut> size(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller, ServerHttpResponse response) {
        return images.bytes(asked(caller, parameters, response)).map(SizeOut::new);
    }

    @GetMapping("/api/v2/images/facets/")
    @Operation(summary = "Count the values of every facet among the images that a search finds")
    @SearchParameters
    Mono<Map<String, FacetOut>> facets(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller, ServerHttpResponse response) {
        return images.facets(asked(caller, parameters, response));
    }

    /**
     * @param version of the index; answers with the same are of the same state
     * @param total images found
     * @param size of their files in bytes
     * @param facets each among the images found without what the query chooses in its own field or tree
     * @param trees nodes with matches, parents before their children, counted in the same way
     */
    record ScreenOut(
            String version,
            List<ImageOut> results,
            @Nullable URI next,
            @Nullable URI previous,
            long total,
            long size,
            Map<String, FacetOut> facets,
            Map<String, List<Branch>> trees) {}

    @GetMapping("/api/v2/images/screen/")
    @Operation(operationId = "getImagesScreen", summary = "Everything that a screen of results shows, of one moment")
    @SearchParameters
    Mono<ScreenOut> screen(
            @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            PageRequest request,
            ServerHttpResponse response) {
        return images.screen(asked(caller, parameters, response), request).map(shown -> {
            Page<ImageOut> page = shown.page().map(image -> ImageOut.of(image, caller, urls));
            Screen screen = shown.screen();
            return new ScreenOut(
                    screen.version(),
                    page.results(),
                    page.next(),
                    page.previous(),
                    screen.total(),
                    screen.bytes(),
                    screen.facets(),
                    screen.trees());
        });
    }

    /** The parameters as they were sent: bound to a list, a lone one would lose its last comma. */
    private static Asked asked(Caller caller, MultiValueMap<String, String> parameters, ServerHttpResponse response) {
        Query query = parsed(parameters.getFirst("query"), response);
        return new Asked(caller, query, CollectionIds.parse(parameters.getOrDefault("collections", List.of()), PLACE));
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
