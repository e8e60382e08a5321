package org.dermarium.gateway.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells browsers what our pages never do, so that nobody makes them do it. Files that people uploaded live on the same
 * origin: whatever they turn out to be, they run nothing.
 */
@Component
class SecurityHeadersFilter implements WebFilter, Ordered {

    private static final String CSP = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String UPLOADED_FILE = "default-src 'none'; sandbox; frame-ancestors 'none'";
    private static final String STRICTEST_PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private final String pagePolicy = policyOfTheWebApp();
    private final boolean secure;

    SecurityHeadersFilter(@Value("${dermarium.public-url}") String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
    }

    @Override
    public int getOrder() {
        return Order.SECURITY_HEADERS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        exchange.getResponse()
                .beforeCommit(
                        () -> Mono.fromRunnable(() -> add(exchange.getResponse().getHeaders(), path)));
        return chain.filter(exchange);
    }

    private void add(HttpHeaders headers, String path) {
        headers.set(CSP, policy(path));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private String policy(String path) {
        if (path.startsWith("/s3/") || path.startsWith("/files/")) {
            return UPLOADED_FILE;
        }
        return path.startsWith("/api/") || path.equals("/download") ? NOTHING : pagePolicy;
    }

    /** The policy is part of the web app's build, as it names the hashes of what the build makes. */
    private static String policyOfTheWebApp() {
        var file = new ClassPathResource("org/dermarium/web/app/csp.txt");
        if (!file.exists()) {
            return STRICTEST_PAGE;
        }
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the web app's content security policy", e);
        }
    }
}
