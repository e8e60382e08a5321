package org.dermarium.challenge.task;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.dermarium.text.Slug;
import org.jspecify.annotations.Nullable;

/** A change of a task as staff write it; what is not there stays. */
public record TaskIn(
        @Nullable @Size(max = TaskIn.NAME) @Pattern(regexp = Slug.SHAPE, message = Slug.RULE)
        String slug,

        @Nullable @Line @Size(min = 1, max = TaskIn.NAME) String name,

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

    static final int NAME = 100;
    static final int LONG_TEXT = 50_000;
    static final int MOST = 10_000;
}
