package org.dermarium.gateway.routing;

import static org.dermarium.gateway.access.Stance.CALLER;
import static org.dermarium.gateway.access.Stance.GRANT_IN_PATH;
import static org.dermarium.gateway.access.Stance.GRANT_IN_QUERY;
import static org.dermarium.gateway.access.Stance.IDENTITY;
import static org.dermarium.gateway.access.Stance.STORAGE;
import static org.dermarium.gateway.access.Stance.STREAM;
import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.dermarium.gateway.access.Stance;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.BooleanSpec;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The map of paths to services; the first route that fits wins. What fits none is the web app's. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = Balancing.class)
class Routes {

    /** From the first byte of the request: a part of an upload may come over a slow line. */
    private static final Duration UPLOAD = Duration.ofMinutes(30);

    /** The scheme of addresses that name a service in place of a host. */
    static final String BALANCED = "lb";

    private static final String API = "/api/v2";

    @Bean
    RouteLocator routeTable(RouteLocatorBuilder routes, Upstreams upstreams) {
        return routes.routes()
                .route("identity", to("identity", IDENTITY, Routes::identity))
                .route("accounts", to("identity", CALLER, Routes::accounts))
                .route("search", to("search", CALLER, Routes::search))
                .route("events", Routes::events)
                .route("ingest", to("ingest", CALLER, Routes::ingest))
                .route("ingest-images", to("ingest", CALLER, Routes::imagesOfStaff))
                .route("doi", to("doi", CALLER, Routes::doi))
                .route("live", Routes::live)
                .route("challenge", to("challenge", CALLER, Routes::challenge))
                .route("download", to("catalog", GRANT_IN_QUERY, Routes::download))
                .route("catalog", to("catalog", CALLER, Routes::catalog))
                .route("files", to("catalog", GRANT_IN_PATH, Routes::files))
                .route("storage", r -> storage(r, upstreams.storage()))
                .build();
    }

    /** Demo tokens are for scripts that reach the service itself. */
    private static BooleanSpec identity(PredicateSpec request) {
        return request.path("/oauth/**", "/accounts/**").and().not(p -> p.path("/oauth/demo-token/**"));
    }

    private static BooleanSpec accounts(PredicateSpec request) {
        return request.path(API + "/users/**", API + "/autocomplete/user/");
    }

    private static BooleanSpec search(PredicateSpec request) {
        return request.path(API + "/images/search/**", API + "/images/facets/", API + "/images/screen/");
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
    private static Buildable<Route> events(PredicateSpec request) {
        return request.path(API + "/cohorts/{cohort}/events/")
                .metadata(RESPONSE_TIMEOUT_ATTR, -1)
                .metadata(Stance.KEY, STREAM)
                .uri(instanceOf("ingest"));
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
    private static Buildable<Route> live(PredicateSpec request) {
        return request.path(API + "/submissions/{submission}/events/", API + "/leaderboard/{task}/events/")
                .metadata(RESPONSE_TIMEOUT_ATTR, -1)
                .metadata(Stance.KEY, STREAM)
                .uri(instanceOf("challenge"));
    }

    private static BooleanSpec catalog(PredicateSpec request) {
        return request.path(
                API + "/images/**",
                API + "/collections/**",
                API + "/lesions/**",
                API + "/zip-download/**",
                API + "/stats/",
                API + "/autocomplete/collection/");
    }

    /** Files of images that are not public: the grant in each address says as whom it is fetched. */
    private static BooleanSpec files(PredicateSpec request) {
        return request.method(HttpMethod.GET, HttpMethod.HEAD).and().path("/files/images/{grant}/{name}");
    }

    private static BooleanSpec download(PredicateSpec request) {
        return request.path(
                "/download",
                API + "/zip-download/file-listing/",
                API + "/zip-download/metadata-file/",
                API + "/zip-download/attribution-file/");
    }

    /** Objects only: a bucket itself is nobody's to list. Signed addresses name the storage's own host. */
    private static Buildable<Route> storage(PredicateSpec request, URI storage) {
        return request.method(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.POST)
                .and()
                .path("/s3/{bucket}/{key}/**")
                .filters(f -> f.stripPrefix(1))
                .metadata(RESPONSE_TIMEOUT_ATTR, UPLOAD.toMillis())
                .metadata(Stance.KEY, STORAGE)
                .uri(storage);
    }

    private static Function<PredicateSpec, Buildable<Route>> to(
            String service, Stance stance, Function<PredicateSpec, BooleanSpec> paths) {
        return request -> paths.apply(request).metadata(Stance.KEY, stance).uri(instanceOf(service));
    }

    /** The load balancer finds one. */
    private static String instanceOf(String service) {
        return BALANCED + "://" + service;
    }
}
