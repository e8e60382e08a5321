package org.dermarium.ingest.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.web.Caller;
import org.dermarium.web.NotFound;
import org.dermarium.web.Problem;
import org.dermarium.web.Required;
import org.dermarium.web.Unprocessable;
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
    private final Cohorts cohorts;

    PublishController(Publications publications, ReleaseImages release, Cohorts cohorts) {
        this.publications = publications;
        this.release = release;
        this.cohorts = cohorts;
    }

    record PublishIn(
            @JsonProperty("public") @Nullable Boolean isPublic,
            @Nullable List<Long> accessions) {}

    record ReleaseIn(@Nullable List<@Nullable String> isicIds) {}

    record WithdrawIn(@Nullable String isicId, @Nullable String reason) {}

    @PostMapping("/api/v2/cohorts/{id}/publish/")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Map<String, Long>> publish(@PathVariable long id, Caller caller, @RequestBody Mono<PublishIn> body) {
        Caller.Member staff = caller.staff();
        return body.flatMap(given -> cohorts.visibleTo(staff, id)
                .then(Mono.defer(() -> publications.request(id, given.isPublic(), given.accessions(), staff.id())))
                .map(count -> Map.of("count", count)));
    }

    @PostMapping("/api/v2/images/release/")
    Mono<ReleaseImages.Released> release(Caller caller, @RequestBody Mono<ReleaseIn> body) {
        caller.staff();
        return body.flatMap(given -> {
            List<@Nullable String> ids = given.isicIds();
            if (ids == null) {
                throw new Unprocessable(Problem.missing(Problem.body("isic_ids")));
            }
            if (ids.size() > MOST_IDS) {
                throw new Unprocessable(
                        Problem.value(Problem.body("isic_ids"), "At most " + MOST_IDS + " ids at one time."));
            }
            return release.release(ids.stream().map(String::valueOf).toList());
        });
    }

    @PostMapping("/api/v2/images/withdraw/")
    Mono<Map<String, String>> withdraw(Caller caller, @RequestBody Mono<WithdrawIn> body) {
        caller.staff();
        return body.flatMap(given -> {
            Required.fields()
                    .of("isic_id", given.isicId())
                    .of("reason", given.reason())
                    .check();
            String isicId = String.valueOf(given.isicId());
            String reason = String.valueOf(given.reason()).strip();
            if (reason.isEmpty() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
                throw new Unprocessable(Problem.value(
                        Problem.body("reason"),
                        "A reason has 1 to " + LONGEST_REASON + " characters, none of them null."));
            }
            if (!ReleaseImages.ISIC_ID.matcher(isicId).matches()) {
                throw new NotFound();
            }
            return publications.withdraw(isicId, reason).map(withdrawn -> {
                if (withdrawn.isEmpty()) {
                    throw new NotFound();
                }
                return Map.of("isic_id", isicId);
            });
        });
    }
}
