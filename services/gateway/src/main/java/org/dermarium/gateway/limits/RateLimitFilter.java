package org.dermarium.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.dermarium.gateway.edge.Order;
import org.dermarium.gateway.edge.Refusals;
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
 * Keeps one client from taking the archive from all others. Counted by address in this gateway's memory; files and the web
 * app's own assets are not counted. Every 429 says when to come back, as isic-cli waits for exactly that long.
 */
@Component
class RateLimitFilter implements WebFilter, Ordered {

    private static final int CLIENTS = 100_000;
    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final Set<String> SIGN_INS =
            Set.of("/accounts/login", "/accounts/register", "/oauth/token", "/oauth/token/", "/session/callback");

    private final RateSettings rates;
    private final Refusals refusals;
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(FORGET).build();

    RateLimitFilter(RateSettings rates, Refusals refusals) {
        this.rates = rates;
        this.refusals = refusals;
    }

    @Override
    public int getOrder() {
        return Order.RATE_LIMITS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RateSettings.Rate rate = rate(
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().value());
        if (rate == null) {
            return chain.filter(exchange);
        }
        var taken = buckets.get(new Key(client(exchange), rate), key -> bucket(rate))
                .tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            return chain.filter(exchange);
        }
        long seconds = Math.max(
                1,
                Duration.ofNanos(taken.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refusals.write(exchange, HttpStatus.TOO_MANY_REQUESTS);
    }

    private RateSettings.@Nullable Rate rate(HttpMethod method, String path) {
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
        if (SIGN_INS.contains(path)) {
            return reads && path.startsWith("/accounts/") ? null : rates.signIns();
        }
        if (!path.startsWith("/api/")) {
            return null;
        }
        if (path.equals("/api/v2/s3-upload/upload-initialize/")) {
            return rates.uploads();
        }
        return reads ? rates.reads() : rates.writes();
    }

    private static Bucket bucket(RateSettings.Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static String client(ServerWebExchange exchange) {
        InetSocketAddress address = exchange.getRequest().getRemoteAddress();
        return address == null ? "unknown" : address.getAddress().getHostAddress();
    }

    private record Key(String client, RateSettings.Rate rate) {}
}
