package org.dermarium.doi.landing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.BlobsConfig;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.FileAddresses;
import org.dermarium.doi.dois.FixedDataSets;
import org.dermarium.pages.Pages;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** The controller with fixed data sets and a storage that is only asked for addresses. */
final class Landing {

    static final URI PUBLIC_URL = URI.create("https://archive.example");

    private Landing() {}

    static FileAddresses addresses() {
        var settings = new S3Settings(
                URI.create("http://127.0.0.1:9"),
                "key",
                "secret",
                "dermarium-private",
                "dermarium-public",
                PUBLIC_URL.resolve("/s3"),
                "us-east-1",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        BlobStore blobs = BlobsConfig.s3(settings);
        return new FileAddresses(blobs, PUBLIC_URL);
    }

    private static final Pages PAGES = Pages.onClasspath();

    static String html(DataSet dataSet) {
        return PAGES.render("doi/landing", describe().of(dataSet));
    }

    private static DescribePage describe() {
        return new DescribePage(addresses(), new SchemaOrg(PUBLIC_URL, addresses()));
    }

    static WebTestClient client(Caller caller, DataSet... dataSets) {
        var controller = new LandingController(
                new FixedDataSets(List.of(dataSets)),
                describe(),
                new SchemaOrg(PUBLIC_URL, addresses()),
                new Signposts(PUBLIC_URL, addresses()),
                PAGES,
                PUBLIC_URL);
        return WebTestClient.bindToController(controller)
                .controllerAdvice(new Refusals())
                .argumentResolvers(resolvers -> resolvers.addCustomResolver(new Calling(caller)))
                .build();
    }

    /** As a service answers. */
    @RestControllerAdvice
    static class Refusals {

        @ExceptionHandler
        ResponseEntity<Object> refused(Refusal refusal) {
            return ResponseEntity.status(refusal.status())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(refusal.body());
        }
    }

    private record Calling(Caller caller) implements SyncHandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgumentValue(
                MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
            return caller;
        }
    }
}
