package org.dermarium.doi.draft;

import java.util.Optional;
import org.dermarium.doi.known.KnownCollection;
import org.dermarium.doi.known.Members;
import org.dermarium.doi.known.Members.Obstacles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether a collection can be the basis of a DOI, as it is now. */
@Service
public class CheckCollection {

    private final Members members;

    CheckCollection(Members members) {
        this.members = members;
    }

    /**
     * Why not, in words for people; empty when it can.
     *
     * @param byStaff staff may publish embargoed images whose contributors do not belong to the collection's creator
     */
    public Mono<Optional<String>> obstacle(KnownCollection collection, boolean byStaff) {
        return collection.magic()
                ? Mono.just(Optional.of("Magic collections cannot be the basis of a DOI."))
                : members.obstacles(collection.id()).map(o -> Optional.ofNullable(text(o, byStaff)));
    }

    private static @Nullable String text(Obstacles obstacles, boolean byStaff) {
        if (obstacles.images() == 0) {
            return "An empty collection cannot be the basis of a DOI.";
        }
        if (obstacles.withoutLicense().count() > 0) {
            return "A collection with images without a license cannot be the basis of a DOI: "
                    + obstacles.withoutLicense().text() + ".";
        }
        if (obstacles.foreign().count() > 0 && !byStaff) {
            return "Only staff can publish embargoed images of contributors that the collection's creator does not own: "
                    + obstacles.foreign().text() + ".";
        }
        return null;
    }
}
