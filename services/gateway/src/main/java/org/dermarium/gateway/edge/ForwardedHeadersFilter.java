package org.dermarium.gateway.edge;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells services where a request really came from, and keeps from them what is not theirs. What the client itself said in
 * such headers was removed before, by the framework's own filters.
 */
@Component
class ForwardedHeadersFilter implements HttpHeadersFilter, Ordered {

    /** The only pages with cookies of their own. */
    private static final String ACCOUNTS_COOKIE = "dermarium_accounts";

    private final URI publicUrl;

    ForwardedHeadersFilter(@Value("${dermarium.public-url}") URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        String path = exchange.getRequest().getURI().getPath();
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(input);
        headers.remove("X-Real-IP");
        headers.remove(HttpHeaders.COOKIE);
        if (path.startsWith("/oauth/") || path.startsWith("/accounts/")) {
            addAccountsCookie(headers, exchange);
        }
        InetSocketAddress client = exchange.getRequest().getRemoteAddress();
        if (client != null) {
            headers.set("X-Forwarded-For", client.getAddress().getHostAddress());
        }
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        headers.set("X-Forwarded-Host", publicUrl.getAuthority());
        return headers;
    }

    private static void addAccountsCookie(HttpHeaders headers, ServerWebExchange exchange) {
        String cookies = exchange.getRequest().getCookies().getOrDefault(ACCOUNTS_COOKIE, List.of()).stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
    }
}
