package org.dermarium.challenge.approach;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.dermarium.input.Prose;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReviewController {

    private static final int REASON = 500;

    private final Approaches approaches;
    private final ShowApproaches show;

    ReviewController(Approaches approaches, ShowApproaches show) {
        this.approaches = approaches;
        this.show = show;
    }

    record ReviewIn(
            @NotNull ReviewState state,
            @Nullable @Prose @Size(max = REASON) String reason) {}

    @PostMapping("/api/v2/approaches/{id}/review/")
    @Operation(summary = "Accept or reject an approach, or take the verdict back, for staff")
    Mono<ApproachOut> review(@PathVariable long id, @Staff Caller.Member staff, @RequestBody Mono<ReviewIn> body) {
        return approaches
                .visible(staff, id)
                .then(body)
                .flatMap(in -> apply(id, staff, in))
                .then(Mono.defer(() -> approaches.visible(staff, id)))
                .flatMap(approach -> show.show(approach, staff));
    }

    private Mono<Void> apply(long id, Caller.Member staff, ReviewIn in) {
        String reason = in.state() == ReviewState.REJECTED ? Objects.requireNonNullElse(in.reason(), "") : "";
        if (in.state() == ReviewState.REJECTED && reason.isEmpty()) {
            throw Refusal.rule("A rejection needs a reason.");
        }
        return approaches.review(id, staff.id(), in.state(), reason);
    }
}
