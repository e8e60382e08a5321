package org.dermarium.gateway.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.dermarium.gateway.access.Stance;
import org.dermarium.gateway.edge.Order;
import org.dermarium.gateway.edge.Refusals;
import org.dermarium.gateway.revocation.AuthorizationEnded;
import org.dermarium.gateway.revocation.RevokedTokens;
import org.dermarium.grant.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Decides, as whom a request is handed to a service. What to look at says the {@link Stance} of its route, whatever its
 * path: the browser's session cookie becomes a bearer, and what was revoked counts no more. A bearer the client sends
 * itself goes before the cookie. Where the cookie would sign an unsafe request, the header {@value #CSRF_HEADER} must
 * prove that our own page sent it: no other site can add it without our leave.
 */
@Component
class SessionFilter implements GlobalFilter, Ordered {

    static final String CSRF_HEADER = "X-Dermarium-CSRF";
    static final String FORGEABLE = "A request with the session cookie needs " + CSRF_HEADER + ": 1";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String BEARER = "Bearer ";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final SealedCookies cookies;
    private final IdentityClient identity;
    private final RevokedTokens revoked;
    private final Refusals refusals;

    SessionFilter(SealedCookies cookies, IdentityClient identity, RevokedTokens revoked, Refusals refusals) {
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
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Stance stance = Stance.of(route.getId(), route.getMetadata());
        if (stance.isGrant()) {
            var request = exchange.getRequest();
            return granted(exchange, chain, stance.grant(request.getPath().value(), request.getQueryParams()));
        }
        return stance.isCaller() ? called(exchange, chain, stance) : chain.filter(exchange);
    }

    private Mono<Void> granted(ServerWebExchange exchange, GatewayFilterChain chain, @Nullable String grant) {
        String sid = grant == null ? null : Grants.sid(grant);
        if (sid == null) {
            return chain.filter(as(exchange, null));
        }
        if (!revoked.isComplete()) {
            return refuseForNow(exchange);
        }
        return revoked.contains(sid)
                ? refusals.write(exchange, HttpStatus.UNAUTHORIZED)
                : whileAlive(sid, chain.filter(as(exchange, null)));
    }

    private Mono<Void> called(ServerWebExchange exchange, GatewayFilterChain chain, Stance stance) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return as(bearer(authorization), authorization, exchange, chain, stance);
        }
        Optional<BrowserSession> session = cookies.session(exchange);
        if (session.isEmpty()) {
            return chain.filter(exchange);
        }
        if (isForgeable(exchange)) {
            return refusals.write(exchange, HttpStatus.FORBIDDEN, "error", FORGEABLE);
        }
        return signed(session.get(), exchange, chain, stance);
    }

    /** Whether another site could have made this browser send the request. */
    static boolean isForgeable(ServerWebExchange exchange) {
        return !SAFE.contains(exchange.getRequest().getMethod())
                && !"1".equals(exchange.getRequest().getHeaders().getFirst(CSRF_HEADER));
    }

    private Mono<Void> signed(
            BrowserSession session, ServerWebExchange exchange, GatewayFilterChain chain, Stance stance) {
        String token = session.accessToken();
        String sid = Grants.sid(token);
        if (sid != null && revoked.contains(sid)) {
            cookies.clear(exchange, SealedCookies.SESSION);
            return chain.filter(as(exchange, null));
        }
        if (!session.isExpired(Instant.now())) {
            return as(token, BEARER + token, exchange, chain, stance);
        }
        return identity.refresh(session)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(renewed -> {
                    if (renewed.isEmpty()) {
                        cookies.clear(exchange, SealedCookies.SESSION);
                        return chain.filter(as(exchange, null));
                    }
                    cookies.set(exchange, renewed.get());
                    String fresh = renewed.get().accessToken();
                    return as(fresh, BEARER + fresh, exchange, chain, stance);
                });
    }

    /** @param token null for an authorization of another kind than a bearer, which nobody revokes */
    private Mono<Void> as(
            @Nullable String token,
            String authorization,
            ServerWebExchange exchange,
            GatewayFilterChain chain,
            Stance stance) {
        String sid = token == null ? null : Grants.sid(token);
        if (sid == null) {
            return chain.filter(as(exchange, authorization));
        }
        if (!revoked.isComplete()) {
            return refuseForNow(exchange);
        }
        if (revoked.contains(sid)) {
            return chain.filter(as(exchange, null));
        }
        Mono<Void> answer = chain.filter(as(exchange, authorization));
        return stance == Stance.STREAM ? whileAlive(sid, answer) : answer;
    }

    /** Breaks the answer off when the authorization ends: its reader sees that the rest is missing. */
    private Mono<Void> whileAlive(String sid, Mono<Void> answer) {
        return answer.takeUntilOther(revoked.ended(sid).then(Mono.error(AuthorizationEnded::new)));
    }

    /** At the start, until every revocation so far is known: better late than as somebody who has lost the right. */
    private Mono<Void> refuseForNow(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return refusals.write(exchange, HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static @Nullable String bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    private static ServerWebExchange as(ServerWebExchange exchange, @Nullable String authorization) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    if (authorization != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, authorization);
                    }
                }))
                .build();
    }
}
