package org.dermarium.challenge.approach;

import java.util.List;
import org.dermarium.challenge.submission.SubmissionOut;
import org.dermarium.challenge.submission.Submissions;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Approaches with what has been handed in for them. */
@Service
class ShowApproaches {

    private final Submissions submissions;

    ShowApproaches(Submissions submissions) {
        this.submissions = submissions;
    }

    Mono<ApproachOut> show(Approach approach, Caller caller) {
        return show(List.of(approach), caller).map(List::getFirst);
    }

    Mono<List<ApproachOut>> show(List<Approach> approaches, Caller caller) {
        return submissions
                .latest(approaches.stream().map(Approach::id).toList())
                .collectMap(latest -> latest.submission().approach())
                .map(latest -> approaches.stream()
                        .map(approach -> out(approach, latest.get(approach.id()), caller))
                        .toList());
    }

    private ApproachOut out(Approach approach, Submissions.@Nullable Latest latest, Caller caller) {
        return new ApproachOut(
                approach.id(),
                approach.task(),
                approach.team(),
                approach.name(),
                approach.description(),
                approach.usesExternalData(),
                ApproachOut.manuscriptUrl(approach.id(), approach.manuscriptKey()),
                approach.reviewState(),
                approach.rejectReason(),
                approach.createdAt(),
                latest == null ? null : SubmissionOut.of(latest.submission(), caller),
                latest == null ? 0 : latest.count());
    }
}
