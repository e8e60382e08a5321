package org.dermarium.doi.landing;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.dermarium.doi.citation.Citations;
import org.dermarium.doi.datacite.DataCiteJson;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dois.DataSets;
import org.dermarium.pages.Pages;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where DOIs lead. */
@Hidden
@RestController
class LandingController {

    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** @param signIn leads back to where one was */
    record Missing(String signIn) {}

    private final DataSets dataSets;
    private final URI publicUrl;
    private final DescribePage page;
    private final SchemaOrg schemaOrg;
    private final Signposts signposts;
    private final Pages pages;

    LandingController(
            DataSets dataSets,
            DescribePage page,
            SchemaOrg schemaOrg,
            Signposts signposts,
            Pages pages,
            @Value("${dermarium.public-url}") URI publicUrl) {
        this.dataSets = dataSets;
        this.page = page;
        this.schemaOrg = schemaOrg;
        this.signposts = signposts;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/doi/{prefix:10\\.\\d+}/{suffix}/")
    Mono<ResponseEntity<byte[]>> landing(
            Caller caller, @PathVariable String prefix, @PathVariable String suffix, ServerHttpRequest request) {
        return dataSets.visible(caller, prefix + "/" + suffix)
                .map(dataSet -> HttpNegotiation.format(request)
                        .map(format -> answer(dataSet, format))
                        .orElseGet(LandingController::notAcceptable))
                .onErrorResume(e -> Refusal.is(e, HttpStatus.NOT_FOUND), missing -> missing(request, missing));
    }

    /** As people type it; the name itself has no slash at its end. */
    @GetMapping("/doi/{prefix:10\\.\\d+}/{suffix}")
    ResponseEntity<Void> withoutSlash(ServerHttpRequest request) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(request.getURI().getRawPath() + "/"))
                .build();
    }

    @GetMapping({"/doi/{slug}/", "/doi/{slug}"})
    Mono<ResponseEntity<byte[]>> bySlug(Caller caller, @PathVariable String slug, ServerHttpRequest request) {
        return dataSets.bySlug(caller, slug)
                .map(dataSet -> ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create(dataSet.path()))
                        .cacheControl(CacheControl.noStore())
                        .body(new byte[0]))
                .onErrorResume(e -> Refusal.is(e, HttpStatus.NOT_FOUND), missing -> missing(request, missing));
    }

    private ResponseEntity<byte[]> answer(DataSet dataSet, Format format) {
        byte[] body = body(dataSet, format).getBytes(StandardCharsets.UTF_8);
        var answer = ResponseEntity.ok()
                .contentType(type(format))
                .headers(LandingController::protect)
                .headers(headers -> signposts.of(dataSet).forEach(link -> headers.add(HttpHeaders.LINK, link)))
                .eTag(tag(body));
        if (dataSet.isPublished()) {
            return answer.cacheControl(CacheControl.noCache().cachePublic()).body(body);
        }
        return answer.cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(body);
    }

    private String body(DataSet dataSet, Format format) {
        return switch (format) {
            case HTML -> pages.render("doi/landing", page.of(dataSet));
            case SCHEMAORG -> schemaOrg.describe(dataSet).toPrettyString();
            case DATACITE ->
                DataCiteJson.attributes(
                                dataSet, publicUrl.resolve(dataSet.path()).toString())
                        .toPrettyString();
            case BIBTEX -> Citations.of(dataSet).bibtex();
            case RIS -> Citations.of(dataSet).ris();
            case APA -> Citations.of(dataSet).apa() + "\n";
        };
    }

    /** People get a page, programs the answer that they get everywhere. */
    private Mono<ResponseEntity<byte[]>> missing(ServerHttpRequest request, Throwable missing) {
        if (HttpNegotiation.format(request).filter(Format.HTML::equals).isEmpty()) {
            return Mono.error(missing);
        }
        String path = URLEncoder.encode(request.getURI().getRawPath(), StandardCharsets.UTF_8);
        String html = pages.render("doi/missing", new Missing("/session/login?return=" + path));
        return Mono.just(ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(type(Format.HTML))
                .headers(LandingController::protect)
                .cacheControl(CacheControl.noStore())
                .body(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static ResponseEntity<byte[]> notAcceptable() {
        String types = Arrays.stream(Format.values()).map(Format::type).collect(Collectors.joining("\n", "", "\n"));
        return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .headers(LandingController::protect)
                .body(("A data set is told in\n" + types).getBytes(StandardCharsets.UTF_8));
    }

    private static void protect(HttpHeaders headers) {
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
    }

    private static MediaType type(Format format) {
        MediaType type = MediaType.parseMediaType(format.type());
        return format.type().endsWith("json") ? type : new MediaType(type, StandardCharsets.UTF_8);
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
