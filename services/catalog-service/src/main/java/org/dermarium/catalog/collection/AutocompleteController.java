package org.dermarium.catalog.collection;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.dermarium.apidocs.NamePart;
import org.dermarium.events.Collection;
import org.dermarium.input.FindText;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Collections by a part of their name, most similar first. */
@RestController
class AutocompleteController {

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final int TO_FILL = 20;
    private static final int TO_FILTER = 10;

    private final Collections collections;
    private final DescribeCollections describe;

    AutocompleteController(Collections collections, DescribeCollections describe) {
        this.collections = collections;
        this.describe = describe;
    }

    /** To add images to. */
    @GetMapping("/api/v2/collections/autocomplete/")
    @Operation(operationId = "findCollectionsToFill", summary = "Collections to add images to, by a part of their name")
    Mono<List<CollectionOut>> toFill(Caller caller, @NamePart @RequestParam(defaultValue = "") String query) {
        return find(caller, query, c -> !c.locked() && isOwn(c, caller), TO_FILL);
    }

    /** To narrow a search by. */
    @GetMapping("/api/v2/autocomplete/collection/")
    @Operation(operationId = "findCollections", summary = "Collections to narrow a search by, by a part of their name")
    Mono<List<CollectionOut>> toFilter(Caller caller, @NamePart @RequestParam(defaultValue = "") String query) {
        return find(caller, query, c -> !c.magic(), TO_FILTER);
    }

    private Mono<List<CollectionOut>> find(Caller caller, String query, Predicate<Collection> wanted, int most) {
        String text = FindText.checked(query).toLowerCase(Locale.ROOT);
        Comparator<Collection> likest =
                Comparator.comparingDouble(c -> -LIKENESS.apply(c.name().toLowerCase(Locale.ROOT), text));
        return collections
                .named(caller, text)
                .filter(wanted)
                .sort(likest.thenComparing(Collection::name).thenComparing(Collection::id))
                .take(most)
                .collectList()
                .flatMap(describe::of);
    }

    private static boolean isOwn(Collection collection, Caller caller) {
        return !(caller instanceof Member member) || member.isStaff() || collection.creator() == member.id();
    }
}
