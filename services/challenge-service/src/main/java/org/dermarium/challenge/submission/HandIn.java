package org.dermarium.challenge.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.dermarium.challenge.file.IncomingFiles;
import org.dermarium.challenge.task.Task;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Hands predictions in: all that can be refused is refused before the file is read, and whatever fails leaves nothing. */
@Service
public class HandIn {

    private final Reservations reservations;
    private final Submissions submissions;
    private final IncomingFiles files;
    private final Clock clock;
    private final Counter received;

    HandIn(Reservations reservations, Submissions submissions, IncomingFiles files, Clock clock, MeterRegistry meters) {
        this.reservations = reservations;
        this.submissions = submissions;
        this.files = files;
        this.clock = clock;
        this.received = Counter.builder("dermarium.submissions.received")
                .description("submissions that were accepted")
                .register(meters);
    }

    /** What a member of the team may still hand in for the task. */
    public Mono<Allowance> allowance(Task task, long team, long person) {
        return reservations
                .quota(task, team, person, clock.instant())
                .map(Quota::left)
                .map(left -> new Allowance(left.submissions(), left.next()));
    }

    /**
     * @param submissions how many are left, or null for any number
     * @param next when the next one is possible, or null for now
     */
    public record Allowance(
            @Nullable Integer submissions, @Nullable Instant next) {}

    /** The same upload handed in twice for an approach, at once or later, is one submission. */
    Mono<Submission> handIn(
            Caller.Member member, long approach, boolean acceptsTerms, Mono<IncomingFiles.Source> source) {
        return reservations
                .target(member, approach)
                .doOnNext(target -> {
                    target.task().checkOpen(clock.instant());
                    if (!acceptsTerms) {
                        throw Refusal.rule("You must accept the data sharing policy terms.");
                    }
                })
                .flatMap(target -> source.flatMap(file -> submissions
                        .ofFile(approach, target.keyOf(file.id()))
                        .switchIfEmpty(Mono.defer(() -> take(target, member, file)))));
    }

    private Mono<Submission> take(Reservations.Target target, Caller.Member member, IncomingFiles.Source file) {
        return Mono.usingWhen(
                        reservations.reserve(target, member.id(), file.id(), clock.instant()),
                        place -> store(place, file),
                        place -> Mono.empty(),
                        (place, error) -> giveBack(place),
                        this::giveBack)
                .doOnNext(submission -> received.increment());
    }

    private Mono<Submission> store(Reservations.Place place, IncomingFiles.Source file) {
        return files.store(file, place.key()).flatMap(stored -> {
            if (stored.size() == 0) {
                return Mono.error(Refusal.rule("You must provide a prediction file."));
            }
            place.target().task().checkOpen(clock.instant());
            return reservations.admit(place, stored, clock.instant());
        });
    }

    private Mono<Void> giveBack(Reservations.Place place) {
        return reservations.giveBack(place).onErrorComplete().then(files.discard(place.key()));
    }
}
