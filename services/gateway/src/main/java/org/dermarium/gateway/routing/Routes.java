package org.dermarium.gateway.routing;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.BooleanSpec;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The map of paths to services; the first route that fits wins. What fits none is the web app's. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** From the first byte of the request: a part of an upload may come over a slow line. */
    private static final Duration UPLOAD = Duration.ofMinutes(30);

    private static final String API = "/api/v2";

    @Bean
    RouteLocator routeTable(RouteLocatorBuilder routes, Upstreams upstreams, HttpBreakers breakers) {
        return routes.routes()
                .route("identity", to(upstreams.identity(), breakers.of("identity"), Routes::identity))
                .route("search", to(upstreams.search(), breakers.of("search"), Routes::search))
                .route("events", r -> events(r, upstreams.ingest()))
                .route("ingest", to(upstreams.ingest(), breakers.of("ingest"), Routes::ingest))
                .route("ingest-images", to(upstreams.ingest(), breakers.of("ingest"), Routes::imagesOfStaff))
                .route("doi", to(upstreams.doi(), breakers.of("doi"), Routes::doi))
                .route("live", r -> live(r, upstreams.challenge()))
                .route("challenge", to(upstreams.challenge(), breakers.of("challenge"), Routes::challenge))
                .route("catalog", to(upstreams.catalog(), breakers.of("catalog"), Routes::catalog))
                .route("storage", r -> storage(r, upstreams.storage()))
                .build();
    }

    /** Demo tokens are for scripts that reach the service itself. */
    private static BooleanSpec identity(PredicateSpec request) {
        return request.path("/oauth/**", "/accounts/**", API + "/users/**", API + "/autocomplete/user/")
                .and()
                .not(p -> p.path("/oauth/demo-token/**"));
    }

    private static BooleanSpec search(PredicateSpec request) {
        return request.path(API + "/images/search/**", API + "/images/facets/");
    }

    private static BooleanSpec ingest(PredicateSpec request) {
        return request.path(
                API + "/s3-upload/**",
                API + "/accessions/**",
                API + "/cohorts/**",
                API + "/contributors/**",
                API + "/metadata-files/**",
                API + "/zip-uploads/**",
                API + "/autocomplete/cohort/",
                API + "/autocomplete/contributor/");
    }

    /** Says nothing until something happens, which may take as long as it likes. */
    private static Buildable<Route> events(PredicateSpec request, URI ingest) {
        return request.path(API + "/cohorts/{cohort}/events/")
                .metadata(RESPONSE_TIMEOUT_ATTR, -1)
                .uri(ingest);
    }

    private static BooleanSpec imagesOfStaff(PredicateSpec request) {
        return request.method(HttpMethod.POST).and().path(API + "/images/release/", API + "/images/withdraw/");
    }

    private static BooleanSpec doi(PredicateSpec request) {
        return request.path(API + "/doi/**", "/doi/**");
    }

    private static BooleanSpec challenge(PredicateSpec request) {
        return request.path(
                API + "/challenges/**",
                API + "/tasks/**",
                API + "/teams/**",
                API + "/team-invitations/**",
                API + "/approaches/**",
                API + "/submissions/**",
                API + "/leaderboard/**");
    }

    /** As {@link #events}, of submissions and leaderboards. */
    private static Buildable<Route> live(PredicateSpec request, URI challenge) {
        return request.path(API + "/submissions/{submission}/events/", API + "/leaderboard/{task}/events/")
                .metadata(RESPONSE_TIMEOUT_ATTR, -1)
                .uri(challenge);
    }

    private static BooleanSpec catalog(PredicateSpec request) {
        return request.path(
                API + "/images/**",
                API + "/collections/**",
                API + "/lesions/**",
                API + "/zip-download/**",
                API + "/stats/",
                API + "/autocomplete/collection/",
                "/download");
    }

    /** Objects only: a bucket itself is nobody's to list. Signed addresses name the storage's own host. */
    private static Buildable<Route> storage(PredicateSpec request, URI storage) {
        return request.method(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.POST)
                .and()
                .path("/s3/{bucket}/{key}/**")
                .filters(f -> f.stripPrefix(1))
                .metadata(RESPONSE_TIMEOUT_ATTR, UPLOAD.toMillis())
                .uri(storage);
    }

    private static Function<PredicateSpec, Buildable<Route>> to(
            URI service, GatewayFilter breaker, Function<PredicateSpec, BooleanSpec> paths) {
        return request -> paths.apply(request).filters(f -> f.filter(breaker)).uri(service);
    }
}
