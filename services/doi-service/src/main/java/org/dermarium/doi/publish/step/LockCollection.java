package org.dermarium.doi.publish.step;

import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.draft.CheckCollection;
import org.dermarium.doi.known.KnownCollection;
import org.dermarium.doi.known.Members;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.work.Held;
import org.springframework.stereotype.Component;

/**
 * Waits until the catalogue has locked the collection and we know all its members, then looks once more whether it can be
 * published: it may have changed between the draft and the lock.
 */
@Component
class LockCollection implements TakeStep {

    private final Members members;
    private final CheckCollection check;

    LockCollection(Members members, CheckCollection check) {
        this.members = members;
        this.check = check;
    }

    @Override
    public Step step() {
        return Step.LOCK;
    }

    @Override
    public Outcome take(Doi doi, Publication publication, Held held) {
        KnownCollection collection = members.collection(doi.collection()).block();
        if (collection == null) {
            return new Outcome.Back("The collection is no longer there.");
        }
        String digest = collection.membersSha256();
        if (!collection.locked() || digest == null) {
            return Outcome.Waits.silently();
        }
        Members.Heard heard = members.heard(collection.id()).blockOptional().orElseThrow();
        if (!heard.membersSha256().equals(digest) || heard.unknown() > 0) {
            return Outcome.Waits.silently();
        }
        return check.obstacle(collection, doi.madeByStaff())
                .blockOptional()
                .orElseThrow()
                .<Outcome>map(Outcome.Back::new)
                .orElseGet(Outcome.Done::new);
    }
}
