package org.dermarium.catalog.sharing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dermarium.catalog.collection.CollectionId;
import org.dermarium.catalog.person.People;
import org.dermarium.web.caller.Caller.Member;
import org.dermarium.web.caller.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sharing, for staff. */
@RestController
@RequestMapping("/api/v2/collections/")
class SharingController {

    private static final long ARCHIVE = 0;
    private static final int MOST_USERS = 1_000;

    private final Shares shares;
    private final People people;

    SharingController(Shares shares, People people) {
        this.shares = shares;
        this.people = people;
    }

    /** @param wantsEmail asks for an e-mail, which this archive does not send */
    record ShareIn(
            @NotNull @Size(max = MOST_USERS) List<@NotNull Long> userIds,
            @JsonProperty("notify") @Nullable Boolean wantsEmail) {}

    record PersonOut(long id, String name) {}

    record SharingOut(
            long id,
            String name,
            @JsonProperty("public") boolean isPublic,
            PersonOut owner,
            List<PersonOut> sharedWith) {}

    @GetMapping("sharing-info/")
    @Operation(summary = "With whom collections are shared")
    Mono<List<SharingOut>> sharing(
            @Staff Member staff, @RequestParam(name = "collection_ids", defaultValue = "") List<Long> ids) {
        return shares.of(staff, ids).flatMap(all -> {
            Collection<Long> involved = new TreeSet<>();
            all.forEach(s -> {
                involved.add(s.owner());
                involved.addAll(s.grantees());
            });
            return people.names(involved)
                    .map(names -> all.stream().map(s -> out(s, names)).toList());
        });
    }

    @PostMapping("{id}/share/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Share a collection with people")
    Mono<Map<String, Object>> share(@PathVariable BigInteger id, @Staff Member staff, @RequestBody Mono<ShareIn> body) {
        return body.flatMap(in -> shares.grant(staff, CollectionId.of(id), in.userIds))
                .thenReturn(Map.of());
    }

    @PostMapping("{id}/unshare/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Take a collection back from people")
    Mono<Map<String, Object>> unshare(
            @PathVariable BigInteger id, @Staff Member staff, @RequestBody Mono<ShareIn> body) {
        return body.flatMap(in -> shares.revoke(staff, CollectionId.of(id), in.userIds))
                .thenReturn(Map.of());
    }

    private static SharingOut out(Shares.Sharing sharing, Map<Long, String> names) {
        return new SharingOut(
                sharing.id(),
                sharing.name(),
                sharing.isPublic(),
                person(sharing.owner(), names),
                sharing.grantees().stream().map(id -> person(id, names)).toList());
    }

    private static PersonOut person(long id, Map<Long, String> names) {
        return new PersonOut(id, id == ARCHIVE ? "Dermarium" : names.getOrDefault(id, "User " + id));
    }
}
