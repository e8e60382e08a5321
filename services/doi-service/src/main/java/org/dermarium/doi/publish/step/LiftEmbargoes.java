package org.dermarium.doi.publish.step;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.known.Members;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.ReleaseOrders;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.work.Held;
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
    public Outcome take(Doi doi, Publication publication, Held held) {
        long left = members.embargoed(doi.collection()).blockOptional().orElseThrow();
        if (left == 0) {
            return new Outcome.Done();
        }
        var ordered = new AtomicInteger();
        do {
            held.write(orders.orderSome(
                            doi.name(), doi.collection(), clock.instant().minus(PATIENCE))
                    .doOnNext(ordered::set));
        } while (ordered.get() > 0);
        long total = publication.course().stream()
                .filter(taken -> taken.step() == Step.RELEASE && taken.total() != null)
                .mapToLong(Publication.Taken::total)
                .findFirst()
                .orElse(left);
        return new Outcome.Waits(Math.max(0, total - left), Math.max(total, left), null);
    }
}
