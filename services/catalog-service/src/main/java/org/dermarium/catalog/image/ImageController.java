package org.dermarium.catalog.image;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dermarium.apidocs.Refuses;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.FileUrls;
import org.dermarium.web.file.ImageOut;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Listing and finding images. */
@RestController
class ImageController {

    private static final Pattern ISIC_ID = Pattern.compile("ISIC_[0-9]{7}");
    private static final int MOST_SIMILAR = 50;

    private final Images images;
    private final FileUrls urls;

    ImageController(Images images, FileUrls urls) {
        this.images = images;
        this.urls = urls;
    }

    @GetMapping("/api/v2/images/")
    @Operation(summary = "List images that the caller may see, oldest first")
    Mono<Page<ImageOut>> list(
            Caller caller, PageRequest request, @RequestParam(name = "pin_sort", defaultValue = "") String pinSort) {
        return images.page(caller, request, !pinSort.isEmpty())
                .map(page -> page.map(i -> ImageOut.of(i, caller, urls)));
    }

    @GetMapping("/api/v2/images/{isic_id}/")
    @Operation(summary = "An image")
    @Refuses(410)
    Mono<ImageOut> image(@PathVariable("isic_id") String isicId, Caller caller) {
        if (!ISIC_ID.matcher(isicId).matches()) {
            throw Refusal.notFound();
        }
        return images.find(caller, isicId)
                .map(i -> ImageOut.of(i, caller, urls))
                .switchIfEmpty(absent(isicId));
    }

    /** Looking alike needs vectors that no image has yet, and such an image is like none. */
    @GetMapping("/api/v2/images/{isic_id}/similar/")
    @Operation(operationId = "listSimilarImages", summary = "Images that look like this one, most similar first")
    @Refuses(410)
    Mono<List<ImageOut>> similar(
            @PathVariable("isic_id") String isicId,
            Caller.Member member,
            @RequestParam(defaultValue = "10") int limit) {
        if (limit > MOST_SIMILAR) {
            throw Refusal.unprocessable(new Problem(
                    "less_than_equal",
                    List.of("query", "limit"),
                    "Input should be less than or equal to " + MOST_SIMILAR,
                    Map.of("le", MOST_SIMILAR)));
        }
        return image(isicId, member).map(image -> List.of());
    }

    private Mono<ImageOut> absent(String isicId) {
        return images.withdrawalReason(isicId)
                .<ImageOut>flatMap(reason -> Mono.error(Refusal.gone(reason)))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
