package org.dermarium.challenge.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.dermarium.blobs.Stored;
import org.dermarium.challenge.contest.Task;
import org.dermarium.web.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes submissions in. A place in the quota is reserved before a byte is read, and becomes the submission in one
 * transaction with its event; a place that is given back, or whose bearer died, counts no longer and its file is swept.
 */
interface Intake {

    /** A file that takes longer has lost its place. */
    Duration LIFE = Duration.ofMinutes(10);

    /** Whom the submission is for. */
    record Target(Task task, long approach, long team) {}

    /** A reserved place. */
    record Place(UUID id, Target target, long creator, String key) {}

    /** The approach that a member of its team hands in for; {@link org.dermarium.web.NotFound} for others. */
    Mono<Target> target(Caller.Member member, long approach);

    /** {@link org.dermarium.web.Forbidden} with the next possible time when the quota is used up. */
    Mono<Place> reserve(Target target, long creator, Instant now);

    /** The submission, which scoring learns of by the bus. */
    Mono<Entry> admit(Place place, Stored file, Instant now);

    /** Frees the quota; the file is for the sweep. */
    Mono<Void> giveBack(Place place, Instant now);

    /** What a team and a person have used. */
    Mono<Quota> quota(Task task, long team, long person, Instant now);

    /** Keys of files of places that ended before this time; each is forgotten when its file is gone. */
    Flux<String> sweep(Instant before);

    /** Call when the file is gone. */
    Mono<Void> forget(String key);
}
