package org.dermarium.ingest.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dermarium.apidocs.Refuses;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.input.Prose;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For staff. */
@RestController
class PublishController {

    private static final int MOST_IDS = 10_000;
    private static final int LONGEST_REASON = 1_000;

    private final Publications publications;
    private final ReleaseImages release;
    private final PublishedImages images;
    private final Cohorts cohorts;

    PublishController(Publications publications, ReleaseImages release, PublishedImages images, Cohorts cohorts) {
        this.publications = publications;
        this.release = release;
        this.images = images;
        this.cohorts = cohorts;
    }

    record PublishIn(
            @JsonProperty("public") @Nullable Boolean isPublic,
            @Nullable List<Long> accessions) {}

    record ReleaseIn(@NotNull @Size(max = MOST_IDS) List<@NotNull String> isicIds) {}

    record WithdrawIn(
            @NotNull String isicId,

            @NotNull @Prose @Size(min = 1, max = LONGEST_REASON)
            String reason) {}

    record WithdrawnOut(String isicId) {}

    @PostMapping("/api/v2/cohorts/{id}/publish/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Publish what is accepted in a cohort; it goes on behind the request")
    Mono<Publications.Requested> publish(
            @PathVariable long id, @Staff Caller.Member staff, @RequestBody Mono<PublishIn> body) {
        return body.flatMap(given -> cohorts.checkVisible(staff, id)
                .then(Mono.defer(() -> publications.request(id, given.isPublic(), given.accessions(), staff.id()))));
    }

    @PostMapping("/api/v2/images/release/")
    @Refuses(404)
    @Operation(summary = "Make embargoed images public")
    Mono<ReleaseImages.Released> release(@Staff Caller.Member staff, @RequestBody Mono<ReleaseIn> body) {
        return body.flatMap(given -> release.release(given.isicIds()));
    }

    @PostMapping("/api/v2/images/withdraw/")
    @Refuses(404)
    @Operation(operationId = "withdrawImage", summary = "Withdraw a published image; its reason stays")
    Mono<WithdrawnOut> withdraw(@Staff Caller.Member staff, @RequestBody Mono<WithdrawIn> body) {
        return body.flatMap(given -> {
            String isicId = given.isicId();
            if (!ReleaseImages.ISIC_ID.matcher(isicId).matches()) {
                throw Refusal.notFound();
            }
            return images.withdraw(isicId, given.reason()).map(withdrawn -> {
                if (withdrawn.isEmpty()) {
                    throw Refusal.notFound();
                }
                return new WithdrawnOut(isicId);
            });
        });
    }
}
