package org.dermarium.catalog.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dermarium.apidocs.Refuses;
import org.dermarium.apidocs.Sends;
import org.dermarium.catalog.metadata.HttpFile;
import org.dermarium.catalog.metadata.Snapshot;
import org.dermarium.input.OrNumber;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The address of a download, and its parts one by one for clients that pack them themselves. */
@RestController
@RequestMapping("/api/v2/zip-download/")
class ZipFilesController {

    private static final String AFTER =
            "The last image that an interrupted listing had, such as ISIC_0000042: what is listed then lies behind it.";

    private final R2dbcZipOrders orders;
    private final HttpFile files;
    private final FileListing listing;
    private final String publicUrl;

    ZipFilesController(
            R2dbcZipOrders orders,
            HttpFile files,
            FileListing listing,
            @Value("${dermarium.public-url}") String publicUrl) {
        this.orders = orders;
        this.files = files;
        this.listing = listing;
        this.publicUrl = publicUrl;
    }

    record ZipIn(@Nullable String query, @OrNumber @Nullable String collections) {}

    /** What {@link FileListing} writes while it reads. */
    record ListingOut(@JsonProperty("suggestedFilename") String suggestedFilename, List<ListedFile> files) {

        record ListedFile(URI url, @JsonProperty("zipPath") String zipPath) {}
    }

    /** A query that is none is refused here and not when the download begins. */
    @PostMapping("url/")
    @Operation(
            operationId = "createZipAddress",
            summary = "An address from which the images of a search can be downloaded for a day, as one archive")
    Mono<ResponseEntity<String>> url(Caller caller, @RequestBody Mono<ZipIn> body) {
        return body.flatMap(in -> orders.take(caller, in.query, in.collections))
                .map(token -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body('"' + publicUrl + "/download?zsid=" + token + '"'));
    }

    /**
     * Sent while it is read.
     *
     * @param after public id of the last image that an interrupted listing had, to go on behind it
     */
    @GetMapping("file-listing/")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListingOut.class)))
    @Operation(operationId = "listZipFiles", summary = "What the archive holds, for clients that pack it themselves")
    @Refuses(401)
    Mono<Void> listing(
            @RequestParam(required = false) @Nullable String token,
            @Parameter(description = AFTER) @RequestParam(required = false) @Nullable String after,
            ServerHttpResponse response) {
        return orders.scope(token)
                .flatMap(scope -> files.stream(
                        response,
                        scope,
                        "file-listing.json",
                        MediaType.APPLICATION_JSON,
                        sent -> listing.write(scope, String.valueOf(token), after == null ? "" : after, sent)));
    }

    @GetMapping("metadata-file/")
    @Operation(operationId = "getZipMetadata", summary = "The table of metadata of an archive")
    @Sends("text/csv")
    @Refuses(401)
    Mono<Void> metadata(@RequestParam(required = false) @Nullable String token, ServerHttpResponse response) {
        var csv = new MediaType("text", "csv");
        return orders.scope(token)
                .flatMap(scope -> files.send(response, scope, "metadata.csv", csv, Snapshot::writeMetadata));
    }

    @GetMapping("attribution-file/")
    @Operation(operationId = "getZipAttribution", summary = "The attributions of an archive")
    @Sends("text/plain")
    @Refuses(401)
    Mono<Void> attribution(@RequestParam(required = false) @Nullable String token, ServerHttpResponse response) {
        return orders.scope(token)
                .flatMap(scope -> files.send(
                        response,
                        scope,
                        "attribution.txt",
                        MediaType.TEXT_PLAIN,
                        (snapshot, out) ->
                                out.write(snapshot.overview().attributions().getBytes(StandardCharsets.UTF_8))));
    }
}
