package org.dermarium.challenge.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.dermarium.challenge.input.Fields;
import org.dermarium.challenge.input.Slug;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.web.Required;
import org.jspecify.annotations.Nullable;

/** A task as staff write it; when it is edited, what is not there stays. */
public record TaskIn(
        @Nullable String slug,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable String metric,
        @Nullable Integer maxApproaches,
        @Nullable Integer maxSubmissionsPerWeek,
        @Nullable Boolean requiresManuscript,
        @Nullable Boolean scoresPublished,
        @Nullable Boolean hidden,
        @Nullable Boolean locked,
        @Nullable Long collectionId,
        @Nullable Integer position) {

    private static final int NAME = 100;
    private static final int LONG_TEXT = 50_000;
    private static final int MOST = 10_000;
    private static final int APPROACHES = 3;
    private static final int SUBMISSIONS_PER_WEEK = 10;

    public TaskIn complete() {
        Required.fields().of("name", name).check();
        String given = slug == null ? Slug.of(Objects.requireNonNull(name)) : slug;
        return new TaskIn(
                        given,
                        name,
                        Objects.requireNonNullElse(description, ""),
                        Objects.requireNonNullElse(type, TaskType.CLASSIFICATION.label()),
                        Objects.requireNonNullElse(metric, Metric.BALANCED_ACCURACY.label()),
                        Objects.requireNonNullElse(maxApproaches, APPROACHES),
                        Objects.requireNonNullElse(maxSubmissionsPerWeek, SUBMISSIONS_PER_WEEK),
                        Boolean.TRUE.equals(requiresManuscript),
                        Boolean.TRUE.equals(scoresPublished),
                        Boolean.TRUE.equals(hidden),
                        Boolean.TRUE.equals(locked),
                        collectionId,
                        Objects.requireNonNullElse(position, 0))
                .checked();
    }

    TaskIn checked() {
        var fields = new Fields();
        var checked = new TaskIn(
                slug,
                fields.optional("name", name, 1, NAME),
                fields.optional("description", description, 0, LONG_TEXT),
                type == null ? null : fields.oneOf("type", type, labels(TaskType.values(), TaskType::label)),
                metric == null ? null : fields.oneOf("metric", metric, labels(Metric.values(), Metric::label)),
                fields.number("max_approaches", maxApproaches, 0, MOST),
                fields.number("max_submissions_per_week", maxSubmissionsPerWeek, 0, MOST),
                requiresManuscript,
                scoresPublished,
                hidden,
                locked,
                collectionId,
                fields.number("position", position, -MOST, MOST));
        if (slug != null && !Slug.isOne(slug)) {
            fields.problem("slug", "Lower-case letters, digits and single hyphens only, at most " + Slug.LONGEST + ".");
        }
        fields.check();
        return checked;
    }

    public TaskType taskType() {
        return TaskType.valueOf(Objects.requireNonNull(type).toUpperCase(Locale.ROOT));
    }

    private static <T> String[] labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).toArray(String[]::new);
    }
}
