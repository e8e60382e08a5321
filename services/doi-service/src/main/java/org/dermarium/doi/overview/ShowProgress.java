package org.dermarium.doi.overview;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.dermarium.doi.overview.DoiOut.ProgressOut;
import org.dermarium.doi.overview.DoiOut.StepOut;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Publication.Taken;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.release.Release;
import org.jspecify.annotations.Nullable;

/** The course of a publication, with the steps that are still to come. */
final class ShowProgress {

    private ShowProgress() {}

    /** @param release counts the bytes of the step that freezes, fresher than the step's own record */
    static ProgressOut of(Publication publication, @Nullable Release release) {
        Map<Step, Taken> course = new EnumMap<>(Step.class);
        publication.course().forEach(taken -> course.put(taken.step(), taken));
        return new ProgressOut(
                publication.step().label(),
                Arrays.stream(Step.values())
                        .map(step -> step(step, course.get(step), release))
                        .toList(),
                publication.problem());
    }

    private static StepOut step(Step step, @Nullable Taken taken, @Nullable Release release) {
        if (taken == null) {
            return new StepOut(step.label(), "waiting", null, null, null, null);
        }
        Taken counted =
                step == Step.FREEZE && release != null && release.bytesTotal() > 0 ? fresh(taken, release) : taken;
        return new StepOut(
                step.label(),
                taken.finishedAt() == null ? "running" : "done",
                counted.done(),
                counted.total(),
                taken.startedAt(),
                taken.finishedAt());
    }

    private static Taken fresh(Taken taken, Release release) {
        return new Taken(
                taken.step(), release.bytesDone(), release.bytesTotal(), taken.startedAt(), taken.finishedAt());
    }
}
