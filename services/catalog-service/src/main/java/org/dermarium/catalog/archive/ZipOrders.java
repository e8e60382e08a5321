package org.dermarium.catalog.archive;

import org.dermarium.catalog.image.Scope;
import org.dermarium.catalog.person.People;
import org.dermarium.web.Unauthorized;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the bearer of a token may have now. */
@Component
class ZipOrders {

    private final ZipTokens tokens;
    private final People people;

    ZipOrders(ZipTokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    /** @throws Unauthorized for a token that is missing, forged or expired */
    Mono<Scope> scope(@Nullable String token) {
        ZipTokens.Order order = tokens.read(token).orElseThrow(Unauthorized::new);
        return people.standing(order.caller()).map(c -> Scope.of(c, order.query(), order.collections()));
    }
}
