package org.dermarium.doi.publish;

import java.time.Clock;
import java.time.Duration;
import org.dermarium.doi.draft.Doi;
import org.dermarium.doi.member.Members;
import org.springframework.stereotype.Component;

/** Orders the release of each embargoed member and waits until none is left. Withdrawn ones drop out. */
@Component
class LiftEmbargoes implements TakeStep {

    /** So long an order may take; then it is given again, which does no harm. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Members members;
    private final ReleaseOrders orders;
    private final Clock clock;

    LiftEmbargoes(Members members, ReleaseOrders orders, Clock clock) {
        this.members = members;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.RELEASE;
    }

    @Override
    public Outcome take(Doi doi, Publication publication) {
        long left = members.embargoed(doi.collection()).blockOptional().orElseThrow();
        if (left == 0) {
            return new Outcome.Done();
        }
        while (orders.orderSome(doi.name(), doi.collection(), clock.instant().minus(PATIENCE))
                        .blockOptional()
                        .orElse(0)
                > 0) {
            // The next chunk.
        }
        long total = publication.course().stream()
                .filter(taken -> taken.step() == Step.RELEASE && taken.total() != null)
                .mapToLong(Publication.Taken::total)
                .findFirst()
                .orElse(left);
        return new Outcome.Waits(Math.max(0, total - left), Math.max(total, left), null);
    }
}
