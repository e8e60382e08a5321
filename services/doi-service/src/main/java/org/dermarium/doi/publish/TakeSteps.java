package org.dermarium.doi.publish;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.doi.draft.Doi;
import org.dermarium.doi.draft.Dois;
import org.dermarium.doi.release.Releases;
import org.dermarium.events.Doi.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the steps of a publication, one after the other, as far as they go now. */
@Component
class TakeSteps {

    private static final Logger log = LoggerFactory.getLogger(TakeSteps.class);

    private final Map<Step, TakeStep> steps = new EnumMap<>(Step.class);
    private final Publications publications;
    private final Dois dois;
    private final Releases releases;
    private final TransactionalOperator transaction;

    TakeSteps(
            List<TakeStep> steps,
            Publications publications,
            Dois dois,
            Releases releases,
            TransactionalOperator transaction) {
        steps.forEach(s -> this.steps.put(s.step(), s));
        this.publications = publications;
        this.dois = dois;
        this.releases = releases;
        this.transaction = transaction;
    }

    /** @param failures in a row before */
    Next take(String name, int failures) {
        while (true) {
            Doi doi = dois.named(name).blockOptional().orElseThrow();
            Publication at = publications.of(name).block();
            if (doi.state() != State.PUBLISHING || at == null) {
                return Next.NEVER;
            }
            Outcome outcome = Objects.requireNonNull(steps.get(at.step())).take(doi, at);
            if (!(outcome instanceof Outcome.Done)) {
                return ended(doi, at.step(), outcome, failures);
            }
            publications.advance(name, at.step()).block();
            log.info("{}: {} is done", name, at.step().label());
        }
    }

    private Next ended(Doi doi, Step step, Outcome outcome, int failures) {
        switch (outcome) {
            case Outcome.Done done -> throw new IllegalStateException();
            case Outcome.Waits waits -> {
                publications
                        .note(doi.name(), step, waits.done(), waits.total(), waits.problem())
                        .block();
                return Next.LOOK;
            }
            case Outcome.Away away -> {
                publications.note(doi.name(), step, null, null, away.problem()).block();
                return Next.again(failures, away.pause());
            }
            case Outcome.Back back -> {
                log.info("{} is a draft again: {}", doi.name(), back.problem());
                back(doi.name(), back.problem()).block();
                return Next.NEVER;
            }
        }
    }

    /** Files that are frozen stay, for nobody can make them again when an image was withdrawn since. */
    private Mono<Void> back(String doi, String problem) {
        return transaction.transactional(releases.giveUp(doi)
                .flatMap(isGone -> dois.backToDraft(doi, isGone))
                .flatMap(draft -> publications.end(doi, problem)));
    }
}
