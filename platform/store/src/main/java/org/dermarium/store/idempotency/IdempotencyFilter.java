package org.dermarium.store.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.dermarium.store.idempotency.IdempotencyKeys.Id;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.WriteRefusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Carries out a POST with an {@code Idempotency-Key} once: in one transaction with its answer, which is sent after the
 * commit and repeated to the same caller for the same request. Whoever comes with the key while the first is at it waits
 * for its end. A refusal changes nothing and is not kept: the request may be mended and sent again. Strangers have no keys.
 */
final class IdempotencyFilter implements WebFilter, Ordered {

    static final String HEADER = "Idempotency-Key";

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Pattern KEY = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    /** How long a second request waits for the first one's end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    /** Bytes of an answer that is kept; a larger one is told once. */
    private static final int LARGEST_KEPT = 256 * 1024;

    private final IdempotencyKeys keys;
    private final TransactionalOperator transaction;
    private final WriteRefusal write;

    IdempotencyFilter(IdempotencyKeys keys, TransactionalOperator transaction, WriteRefusal write) {
        this.keys = keys;
        this.transaction = transaction;
        this.write = write;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 300;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String key = request.getHeaders().getFirst(HEADER);
        if (key == null || request.getMethod() != HttpMethod.POST || !(Caller.of(exchange) instanceof Member caller)) {
            return chain.filter(exchange);
        }
        if (!KEY.matcher(key).matches()) {
            String reason = "A key has 1 to 255 printable ASCII characters.";
            return write.to(
                    exchange.getResponse(), Refusal.unprocessable(Problem.value(List.of("header", HEADER), reason)));
        }
        return once(new Id(caller.id(), route(request), key), exchange, chain);
    }

    private Mono<Void> once(Id id, ServerWebExchange exchange, WebFilterChain chain) {
        var request = new DigestedRequest(exchange.getRequest());
        var held = new HeldResponse(exchange.getResponse());
        Mono<Void> first =
                chain.filter(exchange.mutate().request(request).response(held).build());
        return transaction
                .execute(status -> keys.claim(id, PATIENCE)
                        .flatMap(isFirst -> isFirst
                                ? first.then(Mono.defer(() -> settle(id, request, held, status)))
                                : repeat(id, request, held)))
                .then(Mono.defer(held::letGo))
                .onErrorResume(
                        IdempotencyFilter::isRefusal, thrown -> write.to(exchange.getResponse(), refusal(thrown)));
    }

    private Mono<Void> settle(Id id, DigestedRequest request, HeldResponse held, ReactiveTransaction status) {
        if (!held.isSuccess()) {
            status.setRollbackOnly();
            return Mono.empty();
        }
        return held.size() > LARGEST_KEPT
                ? keys.drop(id)
                : request.digest().flatMap(sha256 -> keys.keep(id, held.kept(sha256)));
    }

    private Mono<Void> repeat(Id id, DigestedRequest request, HeldResponse held) {
        return request.digest()
                .flatMap(sha256 -> keys.answer(id)
                        .switchIfEmpty(Mono.error(IdempotencyFilter::inProgress))
                        .doOnNext(answer -> {
                            if (!answer.isOf(sha256)) {
                                throw Refusal.unprocessable(Problem.value(
                                        List.of("header", HEADER),
                                        "This key was used for another request to this address."));
                            }
                            held.repeat(answer);
                        })
                        .then());
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof Refusal
                || thrown instanceof DataAccessException
                || thrown instanceof TransactionException;
    }

    private static Refusal refusal(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        log.warn("Not answered: {}", thrown.toString());
        return IdempotencyKeys.isTaken(thrown) ? inProgress() : Refusal.unavailable(OUTAGE);
    }

    private static Refusal inProgress() {
        return Refusal.conflict("A request with this key is being carried out.", COME_BACK);
    }

    private static String route(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return request.getPath().value() + (query == null ? "" : "?" + query);
    }
}
