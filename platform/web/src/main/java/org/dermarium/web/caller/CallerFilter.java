package org.dermarium.web.caller;

import org.dermarium.grant.Grants;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds out who calls. A bearer that is expired, forged or unreadable makes the caller anonymous and is no error: routes
 * open to everybody stay open, the others answer 401.
 */
class CallerFilter implements WebFilter, Ordered {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String BEARER = "bearer ";

    private final ReactiveJwtDecoder decoder;
    private final CallerClaims claims;

    CallerFilter(ReactiveJwtDecoder decoder, CallerClaims claims) {
        this.decoder = decoder;
        this.claims = claims;
    }

    static Caller of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, Caller.ANONYMOUS);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> decoder.decode(header.substring(BEARER.length()).trim()))
                .map(this::caller)
                .onErrorReturn(Caller.ANONYMOUS)
                .defaultIfEmpty(Caller.ANONYMOUS)
                .doOnNext(caller -> exchange.getAttributes().put(ATTRIBUTE, caller))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Caller caller(Jwt token) {
        String id = token.getClaimAsString(claims.userId());
        String email = token.getClaimAsString(claims.email());
        if (id == null || email == null) {
            return Caller.ANONYMOUS;
        }
        String name = token.getClaimAsString(claims.name());
        boolean staff = Boolean.TRUE.equals(token.getClaimAsBoolean(claims.staff()));
        return new Caller.Member(
                Long.parseLong(id), email, name == null ? email : name, staff, token.getClaimAsString(Grants.SID));
    }
}
