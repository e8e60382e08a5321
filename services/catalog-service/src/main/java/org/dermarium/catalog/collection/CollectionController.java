package org.dermarium.catalog.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dermarium.apidocs.Refuses;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.dermarium.web.JsonNull;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;
import org.dermarium.web.caller.Staff;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Collections as things with a name. Who calls is asked before the body is read: a stranger learns nothing of it. */
@RestController
@RequestMapping("/api/v2/collections/")
class CollectionController {

    private static final Map<String, Boolean> BOOLEANS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("1", true),
            Map.entry("yes", true),
            Map.entry("on", true),
            Map.entry("t", true),
            Map.entry("y", true),
            Map.entry("false", false),
            Map.entry("0", false),
            Map.entry("no", false),
            Map.entry("off", false),
            Map.entry("f", false),
            Map.entry("n", false));

    private final Collections collections;
    private final ChangeCollection change;
    private final DescribeCollections describe;

    CollectionController(Collections collections, ChangeCollection change, DescribeCollections describe) {
        this.collections = collections;
        this.change = change;
        this.describe = describe;
    }

    record CollectionIn(
            @NotNull @Line @Size(min = 1, max = CollectionLimits.LONGEST_NAME)
            String name,

            @Nullable @Prose @Size(max = CollectionLimits.LONGEST_DESCRIPTION)
            String description,

            @JsonProperty("public") @Nullable Boolean isPublic) {}

    /** What is absent stays as it is. */
    record EditIn(
            @Nullable @Line @Size(min = 1, max = CollectionLimits.LONGEST_NAME)
            String name,

            @Nullable @Prose @Size(max = CollectionLimits.LONGEST_DESCRIPTION)
            String description,

            @JsonProperty("public") @Nullable Boolean isPublic) {}

    record PinIn(@NotNull Boolean pinned) {}

    record PublicIn(@JsonProperty("public") @NotNull Boolean isPublic) {}

    @GetMapping
    @Operation(summary = "List collections that the caller may see, newest first")
    Mono<Page<CollectionOut>> list(
            Caller caller,
            PageRequest request,
            @RequestParam(required = false) @Nullable String pinned,
            @RequestParam(required = false) @Nullable String sort) {
        return collections
                .page(caller, request, order(sort), pinned == null ? null : flag(pinned))
                .flatMap(describe::of);
    }

    @GetMapping("{id}/")
    @Operation(summary = "A collection")
    Mono<CollectionOut> collection(@PathVariable BigInteger id, Caller caller) {
        return collections.visible(caller, CollectionId.of(id)).flatMap(describe::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an empty collection")
    Mono<CollectionOut> create(Member member, @RequestBody Mono<CollectionIn> body) {
        return body.flatMap(in -> change.create(
                        member,
                        in.name,
                        Objects.requireNonNullElse(in.description, ""),
                        Boolean.TRUE.equals(in.isPublic)))
                .flatMap(describe::of);
    }

    @PatchMapping("{id}/")
    @Refuses({403, 409})
    @Operation(summary = "Edit a collection; what is not sent stays")
    Mono<CollectionOut> edit(@PathVariable BigInteger id, Member member, @RequestBody Mono<EditIn> body) {
        return body.flatMap(in -> change.edit(
                        member, CollectionId.of(id), new Collections.Edit(in.name, in.description, in.isPublic)))
                .flatMap(describe::of);
    }

    @PostMapping("{id}/set-public/")
    @Refuses(403)
    @Operation(summary = "Make a collection public, or private again")
    Mono<ResponseEntity<JsonNull>> makePublic(
            @PathVariable BigInteger id, Member member, @RequestBody Mono<PublicIn> body) {
        return JsonNull.after(body.flatMap(
                in -> change.edit(member, CollectionId.of(id), new Collections.Edit(null, null, in.isPublic))));
    }

    @PostMapping("{id}/set-pinned/")
    @Operation(summary = "Pin a collection, or unpin it")
    Mono<ResponseEntity<JsonNull>> pin(
            @PathVariable BigInteger id, @Staff Member staff, @RequestBody Mono<PinIn> body) {
        return JsonNull.after(body.flatMap(in -> change.pin(staff, CollectionId.of(id), in.pinned)));
    }

    @DeleteMapping("{id}/")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(403)
    @Operation(summary = "Delete a collection; its images stay")
    Mono<Void> delete(@PathVariable BigInteger id, Member member) {
        return change.delete(member, CollectionId.of(id));
    }

    private static Collections.Order order(@Nullable String sort) {
        return switch (sort) {
            case null -> Collections.Order.NEWEST;
            case "name" -> Collections.Order.NAME;
            case "created" -> Collections.Order.CREATED;
            default ->
                throw Refusal.unprocessable(Problem.notOneOf(List.of("query", "sort"), List.of("name", "created")));
        };
    }

    private static boolean flag(String text) {
        Boolean value = BOOLEANS.get(text.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw Refusal.unprocessable(Problem.notABoolean(List.of("query", "pinned")));
        }
        return value;
    }
}
