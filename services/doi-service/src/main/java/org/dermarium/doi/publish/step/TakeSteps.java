package org.dermarium.doi.publish.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Publications;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.release.Releases;
import org.dermarium.doi.work.Held;
import org.dermarium.events.Doi.State;
import org.dermarium.work.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the steps of a publication, one after the other, as far as they go now. */
@Component
class TakeSteps {

    private static final Logger log = LoggerFactory.getLogger(TakeSteps.class);

    private final Map<Step, TakeStep> steps = new EnumMap<>(Step.class);
    private final Publications publications;
    private final Dois dois;
    private final Releases releases;
    private final Clock clock;

    TakeSteps(List<TakeStep> steps, Publications publications, Dois dois, Releases releases, Clock clock) {
        steps.forEach(s -> this.steps.put(s.step(), s));
        this.publications = publications;
        this.dois = dois;
        this.releases = releases;
        this.clock = clock;
    }

    Settlement take(String name, Held held) {
        while (true) {
            Doi doi = dois.named(name).blockOptional().orElseThrow();
            Publication at = publications.of(name).block();
            if (doi.state() != State.PUBLISHING || at == null) {
                return Settlement.done();
            }
            Outcome outcome = Objects.requireNonNull(steps.get(at.step())).take(doi, at, held);
            switch (outcome) {
                case Outcome.Done done -> {
                    held.write(publications.advance(name, at.step()));
                    log.info("{}: {} is done", name, at.step().label());
                }
                case Outcome.Waits waits -> {
                    return Settlement.again(Pauses.LOOK)
                            .with(publications.note(name, at.step(), waits.done(), waits.total(), waits.problem()));
                }
                case Outcome.Away away -> {
                    return Settlement.postponed(away.problem(), Pauses.after(waiting(at), away.pause()))
                            .with(publications.note(name, at.step(), null, null, away.problem()));
                }
                case Outcome.Back back -> {
                    return back(name, back.problem());
                }
            }
        }
    }

    /** Files that are frozen stay, for nobody can make them again when an image was withdrawn since. */
    Settlement back(String name, String problem) {
        log.warn("{} is a draft again: {}", name, problem);
        Mono<Void> draft = releases.giveUp(name)
                .flatMap(isGone -> dois.backToDraft(name, isGone))
                .flatMap(doi -> publications.end(name, problem));
        return Settlement.done().with(draft);
    }

    private Duration waiting(Publication at) {
        Instant since = at.course().stream()
                .filter(taken -> taken.step() == at.step())
                .map(Publication.Taken::startedAt)
                .findFirst()
                .orElse(clock.instant());
        return Duration.between(since, clock.instant());
    }
}
