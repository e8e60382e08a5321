package org.dermarium.doi.projection;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.dermarium.doi.member.R2dbcReadModel;
import org.dermarium.doi.publish.Waiting;
import org.dermarium.doi.work.Wakes;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes the news and wakes the publications that waited for it. Blocks, as consumers of the bus do. */
@Component
class MemberProjection {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final R2dbcReadModel members;
    private final Waiting waiting;
    private final Wakes wakes;
    private final TransactionalOperator transaction;

    MemberProjection(R2dbcReadModel members, Waiting waiting, Wakes wakes, TransactionalOperator transaction) {
        this.members = members;
        this.waiting = waiting;
        this.wakes = wakes;
        this.transaction = transaction;
    }

    void images(List<Image> states) {
        List<String> ids = states.stream()
                .map(Image::isicId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        apply(members.images(states), waiting.heardOfImages(ids));
    }

    void collections(List<Collection> states) {
        apply(
                members.collections(states),
                waiting.heardOfCollections(
                        states.stream().map(Collection::id).distinct().toList()));
    }

    void memberships(List<Membership> states) {
        apply(members.memberships(states), waiting.heardOfMemberships());
    }

    private void apply(Mono<Void> news, Mono<Long> woken) {
        Long count = news.then(woken).as(transaction::transactional).block(LIMIT);
        if (count != null && count > 0) {
            wakes.wake();
        }
    }
}
