package org.dermarium.gateway.webapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dermarium.gateway.edge.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Serves the web app for every path that no route takes. Its views have paths of their own that the browser resolves: each
 * gets the one page. An address that is none of them gets the same page, which says so, with the status 404.
 */
@Configuration(proxyBeanMethods = false)
class WebAppPages implements WebHandler {

    /** The views of the web app, as its router names them. */
    private static final List<PathPattern> VIEWS = List.of(
                    "/",
                    "/gallery",
                    "/images/{id}",
                    "/lesions/{id}",
                    "/collections",
                    "/collections/{id}",
                    "/collections/{id}/doi",
                    "/dois",
                    "/dois/{slug}",
                    "/challenges",
                    "/challenges/{slug}",
                    "/challenges/{slug}/{task}",
                    "/challenges/{slug}/{task}/submit",
                    "/challenges/{slug}/{task}/leaderboard",
                    "/submissions/{id}",
                    "/contribute",
                    "/contribute/{cohort}",
                    "/terms",
                    "/privacy",
                    "/about",
                    "/accessibility",
                    "/api")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private static final ClassPathResource FILES = new ClassPathResource("META-INF/resources/");
    private static final ClassPathResource PAGE = new ClassPathResource("META-INF/resources/index.html");
    private static final String NOT_BUILT = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dermarium</title></head><body><main>\
            <h1>Dermarium</h1><p>This build has no web app. The API is at <a href="/api/v2/images/">/api/v2/</a>.</p>\
            </main></body></html>""";

    private final Refusals refusals;
    /** Names below {@code assets} carry a hash of their content. */
    private final ResourceWebHandler assets =
            files(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());

    private final ResourceWebHandler others = files(CacheControl.noCache());

    WebAppPages(Refusals refusals) {
        this.refusals = refusals;
    }

    @Bean
    HandlerMapping webAppMapping(WebAppPages webApp) {
        return new SimpleUrlHandlerMapping(Map.of("/**", webApp), Ordered.LOWEST_PRECEDENCE - 1);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        if (path.startsWith("/api/")
                || path.startsWith("/s3/")
                || path.startsWith("/files/")
                || path.startsWith("/oauth/")) {
            return refusals.write(exchange, HttpStatus.NOT_FOUND);
        }
        if (exchange.getRequest().getMethod() != HttpMethod.GET
                && exchange.getRequest().getMethod() != HttpMethod.HEAD) {
            return Mono.error(new MethodNotAllowedException(
                    exchange.getRequest().getMethod(), List.of(HttpMethod.GET, HttpMethod.HEAD)));
        }
        boolean isAsset = path.startsWith("/assets/");
        boolean isFile = path.lastIndexOf('.') > path.lastIndexOf('/');
        if (isFile) {
            return (isAsset ? assets : others)
                    .handle(exchange)
                    .onErrorResume(NoResourceFoundException.class, none -> page(exchange, HttpStatus.NOT_FOUND));
        }
        boolean isView = VIEWS.stream()
                .anyMatch(view -> view.matches(exchange.getRequest().getPath().pathWithinApplication()));
        return page(exchange, isView ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    private static Mono<Void> page(ServerWebExchange exchange, HttpStatus status) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().setCacheControl(CacheControl.noCache());
        return response.writeWith(
                Mono.fromCallable(() -> response.bufferFactory().wrap(content())));
    }

    private static byte[] content() throws IOException {
        return PAGE.exists() ? PAGE.getContentAsByteArray() : NOT_BUILT.getBytes(StandardCharsets.UTF_8);
    }

    private static ResourceWebHandler files(CacheControl caching) {
        var handler = new ResourceWebHandler();
        handler.setLocations(List.of(FILES));
        handler.setCacheControl(caching);
        try {
            handler.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("cannot serve the web app's files", e);
        }
        return handler;
    }
}
