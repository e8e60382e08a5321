package org.dermarium.work;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How an attempt ended: what becomes of the job, and what is written with it in one transaction. A job that was added
 * again meanwhile is due at once whatever is said here.
 */
public final class Settlement {

    /** What becomes of the job. */
    public enum Kind {
        DONE,
        AGAIN,
        FAILED,
        POSTPONED,
        ASIDE
    }

    private final Kind kind;
    private final Duration pause;
    private final @Nullable String problem;
    private final Mono<Runnable> effect;
    private final Function<Throwable, @Nullable Settlement> refused;

    private Settlement(
            Kind kind,
            Duration pause,
            @Nullable String problem,
            Mono<Runnable> effect,
            Function<Throwable, @Nullable Settlement> refused) {
        this.kind = kind;
        this.pause = pause;
        this.problem = problem;
        this.effect = effect;
        this.refused = refused;
    }

    /** It is done and forgotten. */
    public static Settlement done() {
        return of(Kind.DONE, Duration.ZERO, null);
    }

    /** This much is done; look again then. Former failures are forgotten. */
    public static Settlement again(Duration pause) {
        return of(Kind.AGAIN, pause, null);
    }

    /** It failed, and is tried again after a growing pause. */
    public static Settlement failed(String problem) {
        return failed(problem, Duration.ZERO);
    }

    /** @param leastPause such as the {@code Retry-After} of a server */
    public static Settlement failed(String problem, Duration leastPause) {
        return of(Kind.FAILED, leastPause, problem);
    }

    /** Something that it needs is away, which is no fault of the job: nothing is counted. */
    public static Settlement postponed(String problem, Duration pause) {
        return of(Kind.POSTPONED, pause, problem);
    }

    /** Nobody takes it any more until it is added again. */
    public static Settlement setAside(String problem) {
        return of(Kind.ASIDE, Duration.ZERO, problem);
    }

    private static Settlement of(Kind kind, Duration pause, @Nullable String problem) {
        return new Settlement(kind, pause, problem, Mono.empty(), failure -> null);
    }

    /**
     * With what is written in the transaction that lets the job go. It is subscribed again when the transaction is tried
     * again, and never takes effect for a holder whose claim is lost.
     */
    public Settlement with(Mono<?> written) {
        return new Settlement(kind, pause, problem, written.then(Mono.empty()), refused);
    }

    /** @param afterwards is given what was written, after the commit; lost when the process dies in between */
    public <T> Settlement with(Mono<T> written, Consumer<? super T> afterwards) {
        return new Settlement(kind, pause, problem, written.map(value -> () -> afterwards.accept(value)), refused);
    }

    /** When what is written fails so, it is rolled back, and the job ends otherwise. */
    public <E extends Throwable> Settlement whenRefused(Class<E> failure, Function<? super E, Settlement> instead) {
        return new Settlement(
                kind,
                pause,
                problem,
                effect,
                thrown -> failure.isInstance(thrown) ? instead.apply(failure.cast(thrown)) : refused.apply(thrown));
    }

    public Kind kind() {
        return kind;
    }

    Duration pause() {
        return pause;
    }

    @Nullable
    String problem() {
        return problem;
    }

    Mono<Runnable> effect() {
        return effect;
    }

    @Nullable
    Settlement insteadOf(Throwable failure) {
        return refused.apply(failure);
    }
}
