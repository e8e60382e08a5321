package org.dermarium.challenge.task;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.dermarium.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A task as staff make it.
 *
 * @param slug made of the name when it is not there
 */
public record NewTaskIn(
        @Nullable @Size(max = TaskIn.NAME) @Pattern(regexp = Slug.SHAPE, message = Slug.RULE)
        String slug,

        @NotNull @Line @Size(min = 1, max = TaskIn.NAME) String name,

        @Nullable @Prose @Size(max = TaskIn.LONG_TEXT) String description,

        @Nullable TaskType type,
        @Nullable Metric metric,

        @Nullable @Min(0) @Max(TaskIn.MOST) Integer maxApproaches,

        @Nullable @Min(0) @Max(TaskIn.MOST) Integer maxSubmissionsPerWeek,

        @Nullable Boolean requiresManuscript,
        @Nullable Boolean scoresPublished,
        @Nullable Boolean hidden,
        @Nullable Boolean locked,
        @Nullable Long collectionId,

        @Nullable @Min(-TaskIn.MOST) @Max(TaskIn.MOST) Integer position) {

    private static final int APPROACHES = 3;
    private static final int SUBMISSIONS_PER_WEEK = 10;

    /** @throws org.dermarium.web.Refusal when it cannot be scored, or no slug is given and the name makes none */
    public TaskIn complete() {
        TaskType predicted = requireNonNullElse(type, TaskType.CLASSIFICATION);
        predicted.checkSupported();
        return new TaskIn(
                slug == null ? Slug.required(name, TaskIn.NAME) : slug,
                name,
                requireNonNullElse(description, ""),
                predicted,
                requireNonNullElse(metric, Metric.BALANCED_ACCURACY),
                requireNonNullElse(maxApproaches, APPROACHES),
                requireNonNullElse(maxSubmissionsPerWeek, SUBMISSIONS_PER_WEEK),
                requireNonNullElse(requiresManuscript, false),
                requireNonNullElse(scoresPublished, false),
                requireNonNullElse(hidden, false),
                requireNonNullElse(locked, false),
                collectionId,
                requireNonNullElse(position, 0));
    }
}
