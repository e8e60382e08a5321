package org.dermarium.challenge.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.dermarium.challenge.contest.Task;
import org.dermarium.challenge.file.TakeFile;
import org.dermarium.web.Caller;
import org.dermarium.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Hands predictions in: all that can be refused is refused before the file is read, and whatever fails leaves nothing. */
@Service
public class HandIn {

    private final Intake intake;
    private final TakeFile files;
    private final Clock clock;
    private final Counter received;

    HandIn(Intake intake, TakeFile files, Clock clock, MeterRegistry meters) {
        this.intake = intake;
        this.files = files;
        this.clock = clock;
        this.received = Counter.builder("dermarium.submissions.received")
                .description("submissions that were accepted")
                .register(meters);
    }

    /** What a member of the team may still hand in for the task. */
    public Mono<Allowance> allowance(Task task, long team, long person) {
        return intake.quota(task, team, person, clock.instant())
                .map(Quota::left)
                .map(left -> new Allowance(left.submissions(), left.next()));
    }

    /**
     * @param submissions how many are left, or null for any number
     * @param next when the next one is possible, or null for now
     */
    public record Allowance(
            @Nullable Integer submissions, @Nullable Instant next) {}

    Mono<Entry> handIn(Caller.Member member, long approach, boolean acceptsTerms, Mono<TakeFile.Source> source) {
        return intake.target(member, approach)
                .doOnNext(target -> {
                    target.task().checkOpen(clock.instant());
                    if (!acceptsTerms) {
                        throw new Refused("You must accept the data sharing policy terms.");
                    }
                })
                .flatMap(target -> source.flatMap(file -> take(target, member, file)))
                .doOnNext(entry -> received.increment());
    }

    private Mono<Entry> take(Intake.Target target, Caller.Member member, TakeFile.Source file) {
        return Mono.usingWhen(
                intake.reserve(target, member.id(), clock.instant()),
                place -> store(place, file),
                place -> Mono.empty(),
                (place, error) -> cleanUp(place),
                place -> intake.giveBack(place, clock.instant()));
    }

    private Mono<Entry> store(Intake.Place place, TakeFile.Source file) {
        return file.storeAs(place.key()).flatMap(stored -> {
            if (stored.size() == 0) {
                return Mono.error(new Refused("You must provide a prediction file."));
            }
            place.target().task().checkOpen(clock.instant());
            return intake.admit(place, stored, clock.instant());
        });
    }

    /** The storage may be what failed; the sweep does what is left. */
    private Mono<Void> cleanUp(Intake.Place place) {
        return intake.giveBack(place, clock.instant())
                .then(files.discard(place.key()))
                .then(Mono.defer(() -> intake.forget(place.key())))
                .onErrorComplete();
    }
}
