package org.dermarium.catalog.lesion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.regex.Pattern;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.FileUrls;
import org.dermarium.web.file.ImageOut;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Listing and finding lesions. */
@RestController
class LesionController {

    private static final Pattern LESION_ID = Pattern.compile("IL_[0-9]{7}");

    private final Lesions lesions;
    private final FileUrls urls;

    LesionController(Lesions lesions, FileUrls urls) {
        this.lesions = lesions;
        this.urls = urls;
    }

    /** A lesion as the contract shows it. */
    record LesionOut(
            String id,
            List<ImageOut> images,
            int imagesCount,
            boolean longitudinallyMonitored,
            @Nullable String indexImageId,
            @Nullable String outcomeDiagnosis,
            @JsonProperty("outcome_diagnosis_1") @Nullable String coarseOutcome) {}

    @GetMapping("/api/v2/lesions/")
    @Operation(summary = "List lesions all of whose images the caller may see")
    Mono<Page<LesionOut>> list(Caller caller, PageRequest request) {
        return lesions.page(caller, request).map(page -> page.map(lesion -> out(lesion, caller)));
    }

    @GetMapping("/api/v2/lesions/{id}/")
    @Operation(summary = "A lesion with its images")
    Mono<LesionOut> lesion(@PathVariable String id, Caller caller) {
        if (!LESION_ID.matcher(id).matches()) {
            throw Refusal.notFound();
        }
        return lesions.find(caller, id).map(lesion -> out(lesion, caller)).switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private LesionOut out(Lesion lesion, Caller caller) {
        return new LesionOut(
                lesion.id(),
                lesion.images().stream().map(i -> ImageOut.of(i, caller, urls)).toList(),
                lesion.images().size(),
                lesion.isMonitored(),
                lesion.index().isicId(),
                lesion.outcome(),
                lesion.coarseOutcome());
    }
}
