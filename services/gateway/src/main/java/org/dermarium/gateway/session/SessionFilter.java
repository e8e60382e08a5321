package org.dermarium.gateway.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.dermarium.gateway.edge.HttpRefusals;
import org.dermarium.gateway.edge.Order;
import org.dermarium.gateway.revocation.RevokedTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Turns the browser's session cookie into a bearer for the services, and drops bearers that were revoked. A bearer the
 * client sends itself goes before the cookie. Where the cookie would sign an unsafe request, the header
 * {@value #CSRF_HEADER} must prove that our own page sent it: no other site can add it without our leave.
 */
@Component
class SessionFilter implements WebFilter, Ordered {

    static final String CSRF_HEADER = "X-Dermarium-CSRF";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String BEARER = "Bearer ";

    private final HttpSealedCookies cookies;
    private final IdentityClient identity;
    private final RevokedTokens revoked;
    private final HttpRefusals refusals;

    SessionFilter(HttpSealedCookies cookies, IdentityClient identity, RevokedTokens revoked, HttpRefusals refusals) {
        this.cookies = cookies;
        this.identity = identity;
        this.revoked = revoked;
        this.refusals = refusals;
    }

    @Override
    public int getOrder() {
        return Order.SESSION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        boolean isApi = path.startsWith("/api/");
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (isApi && authorization != null) {
            return chain.filter(isRevoked(authorization) ? with(exchange, null) : exchange);
        }
        if (!isApi && !path.equals("/session/logout")) {
            return chain.filter(exchange);
        }
        Optional<BrowserSession> session = cookies.session(exchange);
        if (session.isEmpty()) {
            return chain.filter(exchange);
        }
        if (!SAFE.contains(exchange.getRequest().getMethod())
                && !"1".equals(exchange.getRequest().getHeaders().getFirst(CSRF_HEADER))) {
            return refusals.write(
                    exchange,
                    HttpStatus.FORBIDDEN,
                    "error",
                    "A request with the session cookie needs " + CSRF_HEADER + ": 1");
        }
        return isApi ? signed(exchange, chain, session.get()) : chain.filter(exchange);
    }

    private Mono<Void> signed(ServerWebExchange exchange, WebFilterChain chain, BrowserSession session) {
        if (revoked.contains(session.accessToken())) {
            cookies.clear(exchange, HttpSealedCookies.SESSION);
            return chain.filter(exchange);
        }
        if (!session.isExpired(Instant.now())) {
            return chain.filter(with(exchange, session));
        }
        return identity.refresh(session)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(renewed -> {
                    renewed.ifPresentOrElse(
                            fresh -> cookies.set(exchange, fresh),
                            () -> cookies.clear(exchange, HttpSealedCookies.SESSION));
                    return chain.filter(with(exchange, renewed.orElse(null)));
                });
    }

    private boolean isRevoked(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && revoked.contains(authorization.substring(BEARER.length()).strip());
    }

    private static ServerWebExchange with(ServerWebExchange exchange, @Nullable BrowserSession session) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    if (session != null) {
                        headers.setBearerAuth(session.accessToken());
                    }
                }))
                .build();
    }
}
