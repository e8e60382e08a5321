package org.dermarium.catalog.member;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.apidocs.Refuses;
import org.dermarium.catalog.collection.CollectionId;
import org.dermarium.catalog.collection.CollectionLimits;
import org.dermarium.input.EachLike;
import org.dermarium.input.Line;
import org.dermarium.input.OrNumber;
import org.dermarium.input.Prose;
import org.dermarium.web.caller.Caller.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Filling and emptying collections. What the contract calls accepted is done when the answer is sent. */
@RestController
@RequestMapping("/api/v2/collections/")
class MemberController {

    private static final int MOST_LISTED = 500;
    private static final String ISIC_ID = "ISIC_[0-9]{7}";

    private final FillCollection fill;

    MemberController(FillCollection fill) {
        this.fill = fill;
    }

    record NewCollectionIn(
            @NotNull @Line @Size(min = 1, max = CollectionLimits.LONGEST_NAME)
            String name,

            @Nullable @Prose @Size(max = CollectionLimits.LONGEST_DESCRIPTION)
            String description,

            @NotNull @Size(min = 1) @EachLike(ISIC_ID) List<String> isicIds) {}

    record IdsIn(@NotNull @Size(min = 1) @EachLike(ISIC_ID) List<String> isicIds) {}

    record ListedIn(
            @NotNull @Size(max = MOST_LISTED) @EachLike(ISIC_ID)
            List<String> isicIds) {}

    record SearchIn(
            @Nullable String query, @OrNumber @Nullable String collections) {}

    record CreatedOut(long collectionId) {}

    record RemovedOut(int removed) {}

    @PostMapping("create-from-isic-ids/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "createCollectionFromIsicIds",
            summary = "Make a collection of images; ids that the caller may not see are passed over")
    Mono<CreatedOut> create(Member member, @RequestBody Mono<NewCollectionIn> body) {
        return body.flatMap(
                        in -> fill.create(member, in.name, Objects.requireNonNullElse(in.description, ""), in.isicIds))
                .map(CreatedOut::new);
    }

    @PostMapping("{id}/populate-from-list/")
    @Refuses(403)
    @Operation(summary = "Add up to 500 images, told one by one what became of them")
    Mono<FillCollection.Added> addListed(@PathVariable BigInteger id, Member member, @RequestBody Mono<ListedIn> body) {
        return body.flatMap(in -> fill.addListed(member, CollectionId.of(id), in.isicIds));
    }

    @PostMapping("{id}/remove-from-list/")
    @Refuses(403)
    @Operation(summary = "Take up to 500 images out, told one by one what became of them")
    Mono<FillCollection.Removed> remove(@PathVariable BigInteger id, Member member, @RequestBody Mono<ListedIn> body) {
        return body.flatMap(in -> fill.remove(member, CollectionId.of(id), in.isicIds));
    }

    /** The way out for who may no longer see what is in an own collection, and so cannot name it. */
    @PostMapping("{id}/remove-unseen/")
    @Refuses(403)
    @Operation(operationId = "removeUnseenFromCollection", summary = "Take out what the caller may no longer see")
    Mono<RemovedOut> removeUnseen(@PathVariable BigInteger id, Member member) {
        return fill.removeUnseen(member, CollectionId.of(id)).map(RemovedOut::new);
    }

    @PostMapping("{id}/populate-from-isic-ids/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(403)
    @Operation(summary = "Add images by their ids; those that the caller may not see are passed over")
    Mono<Map<String, Object>> addSeen(@PathVariable BigInteger id, Member member, @RequestBody Mono<IdsIn> body) {
        return body.flatMap(in -> fill.addSeen(member, CollectionId.of(id), in.isicIds))
                .thenReturn(Map.of());
    }

    @PostMapping("{id}/populate-from-search/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(403)
    @Operation(summary = "Add all images that a search finds")
    Mono<Map<String, Object>> addFound(@PathVariable BigInteger id, Member member, @RequestBody Mono<SearchIn> body) {
        return body.flatMap(in -> fill.addFound(member, CollectionId.of(id), in.query, in.collections))
                .thenReturn(Map.of());
    }
}
