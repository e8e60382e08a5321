package org.dermarium.ingest.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.input.Prose;
import org.dermarium.web.Caller;
import org.dermarium.web.Refusal;
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

    @PostMapping("/api/v2/cohorts/{id}/publish/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Publications.Requested> publish(@PathVariable long id, Caller caller, @RequestBody Mono<PublishIn> body) {
        Caller.Member staff = caller.staff();
        return body.flatMap(given -> cohorts.visibleTo(staff, id)
                .then(Mono.defer(() -> publications.request(id, given.isPublic(), given.accessions(), staff.id()))));
    }

    @PostMapping("/api/v2/images/release/")
    Mono<ReleaseImages.Released> release(Caller caller, @RequestBody Mono<ReleaseIn> body) {
        caller.staff();
        return body.flatMap(given -> release.release(given.isicIds()));
    }

    @PostMapping("/api/v2/images/withdraw/")
    Mono<Map<String, String>> withdraw(Caller caller, @RequestBody Mono<WithdrawIn> body) {
        caller.staff();
        return body.flatMap(given -> {
            String isicId = given.isicId();
            if (!ReleaseImages.ISIC_ID.matcher(isicId).matches()) {
                throw Refusal.notFound();
            }
            return images.withdraw(isicId, given.reason()).map(withdrawn -> {
                if (withdrawn.isEmpty()) {
                    throw Refusal.notFound();
                }
                return Map.of("isic_id", isicId);
            });
        });
    }
}
