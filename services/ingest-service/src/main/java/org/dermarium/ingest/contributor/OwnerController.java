package org.dermarium.ingest.contributor;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dermarium.ingest.known.KnownUsers;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A change of owners, for owners and staff. It changes who may see the contributor's embargoed images. */
@RestController
class OwnerController {

    private static final int MOST_OWNERS = 100;

    private final Contributors contributors;
    private final KnownUsers users;

    OwnerController(Contributors contributors, KnownUsers users) {
        this.contributors = contributors;
        this.users = users;
    }

    record OwnersIn(
            @NotNull @Size(min = 1, max = MOST_OWNERS) List<@NotNull Long> owners) {}

    @PutMapping("/api/v2/contributors/{id}/owners/")
    @Operation(summary = "Say who owns a contributor")
    Mono<Contributor> change(@PathVariable long id, Caller.Member member, @RequestBody Mono<OwnersIn> body) {
        return body.flatMap(given -> contributors
                .visibleTo(member, id)
                .flatMap(contributor -> known(contributor, new TreeSet<>(given.owners())))
                .flatMap(owners -> contributors.changeOwners(id, owners))
                .then(Mono.defer(() -> contributors.visibleTo(
                        new Caller.Member(member.id(), member.email(), member.name(), true), id))));
    }

    private Mono<SortedSet<Long>> known(Contributor contributor, SortedSet<Long> owners) {
        var added = new TreeSet<>(owners);
        added.removeAll(contributor.owners());
        return users.unknown(added)
                .collectList()
                .flatMap(unknown -> unknown.isEmpty()
                        ? Mono.just(owners)
                        : Mono.error(Refusal.rule("There is no user " + unknown.getFirst() + ".")));
    }
}
