package org.dermarium.challenge.task;

import java.time.Instant;
import java.util.List;
import org.dermarium.challenge.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API shows it.
 *
 * @param sample the first lines of a file that it takes
 */
public record TaskOut(
        long id,
        String slug,
        String challenge,
        String name,
        String description,
        TaskType type,
        Metric metric,
        List<String> categories,
        long imagesCount,
        Task.State state,
        int maxApproaches,
        int maxSubmissionsPerWeek,
        boolean requiresManuscript,
        boolean scoresPublished,
        boolean hidden,
        boolean locked,
        @Nullable Long collectionId,
        int position,
        Instant opensAt,
        Instant closesAt,
        String sample) {

    public static TaskOut of(Task task, Instant now) {
        return new TaskOut(
                task.id(),
                task.slug(),
                task.challenge(),
                task.name(),
                task.description(),
                task.type(),
                task.metric(),
                task.categories(),
                task.images(),
                task.state(now),
                task.maxApproaches(),
                task.maxSubmissionsPerWeek(),
                task.requiresManuscript(),
                task.scoresPublished(),
                task.hidden(),
                task.locked(),
                task.collection(),
                task.position(),
                task.opensAt(),
                task.closesAt(),
                task.sample());
    }
}
