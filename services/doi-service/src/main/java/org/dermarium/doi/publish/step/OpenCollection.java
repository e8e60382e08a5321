package org.dermarium.doi.publish.step;

import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.known.KnownCollection;
import org.dermarium.doi.known.Members;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.work.Held;
import org.springframework.stereotype.Component;

/** Asks for the collection to be public and waits until it is. */
@Component
class OpenCollection implements TakeStep {

    private final Members members;
    private final Dois dois;

    OpenCollection(Members members, Dois dois) {
        this.members = members;
        this.dois = dois;
    }

    @Override
    public Step step() {
        return Step.OPEN;
    }

    @Override
    public Outcome take(Doi doi, Publication publication, Held held) {
        if (!doi.open()) {
            held.write(dois.open(doi.name()));
        }
        boolean isPublic = members.collection(doi.collection())
                .map(KnownCollection::isPublic)
                .blockOptional()
                .orElse(false);
        return isPublic ? new Outcome.Done() : Outcome.Waits.silently();
    }
}
