package org.dermarium.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;

/** Lets pages of any origin use the API as anybody could, never with a browser's session. */
@Component
class CrossOriginFilter extends CorsWebFilter implements Ordered, WebFilter {

    CrossOriginFilter() {
        super(source());
    }

    @Override
    public int getOrder() {
        return Order.CROSS_ORIGIN;
    }

    private static UrlBasedCorsConfigurationSource source() {
        var api = new CorsConfiguration();
        api.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        api.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        api.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        api.setExposedHeaders(List.of("Retry-After", "Content-Disposition"));
        api.setMaxAge(Duration.ofDays(1));
        var files = new CorsConfiguration();
        files.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        files.setAllowedMethods(List.of("GET", "HEAD"));
        files.setAllowedHeaders(List.of("Range"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", api);
        source.registerCorsConfiguration("/s3/**", files);
        source.registerCorsConfiguration("/files/**", files);
        return source;
    }
}
