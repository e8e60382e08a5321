package org.dermarium.challenge.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A question of a challenge, as one caller sees it.
 *
 * @param challenge the slug of its challenge
 * @param categories of its ground truth, in the file's order
 * @param openedAt when its images were frozen, or null for a draft
 * @param ownScoresPublished whether its scores are published by itself
 * @param allScoresPublished whether its challenge publishes the scores of all its tasks
 * @param maxApproaches of one team; 0 for any number
 * @param maxSubmissionsPerWeek of one team, and of one person; 0 for any number
 * @param opensAt when its challenge opens
 * @param closesAt when its challenge closes
 * @param images how many the caller may know of
 * @param firstImages some of them
 */
public record Task(
        long id,
        long challengeId,
        String challenge,
        String slug,
        String name,
        String description,
        TaskType type,
        Metric metric,
        List<String> categories,
        @Nullable Long collection,
        @Nullable Instant openedAt,
        boolean locked,
        boolean hidden,
        boolean ownScoresPublished,
        boolean allScoresPublished,
        int maxApproaches,
        int maxSubmissionsPerWeek,
        boolean requiresManuscript,
        int position,
        Instant opensAt,
        Instant closesAt,
        long images,
        List<String> firstImages) {

    /** Whether it takes answers. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean scoresPublished() {
        return ownScoresPublished || allScoresPublished;
    }

    public State state(Instant now) {
        if (openedAt == null) {
            return State.DRAFT;
        }
        boolean isOpen = !locked && !now.isBefore(opensAt) && now.isBefore(closesAt);
        return isOpen ? State.OPEN : State.CLOSED;
    }

    /** @throws Refusal saying why, when it takes no answers now */
    public void checkOpen(Instant now) {
        if (openedAt == null) {
            throw Refusal.forbidden("The task has not been opened yet.");
        }
        if (now.isBefore(opensAt)) {
            throw Refusal.forbidden("The challenge opens at " + opensAt + ".");
        }
        if (!now.isBefore(closesAt)) {
            throw Refusal.forbidden("The challenge closed at " + closesAt + ".");
        }
        if (locked) {
            throw Refusal.forbidden("The task is locked.");
        }
    }

    /** The first lines of a file that this task takes, with 0.5 everywhere; empty while it has no truth. */
    public String sample() {
        if (categories.isEmpty()) {
            return "";
        }
        List<String> ids = firstImages.isEmpty() ? List.of("ISIC_0000000") : firstImages;
        var lines = new StringBuilder(ids.getFirst().startsWith("IL_") ? "lesion_id" : "image");
        categories.forEach(category -> lines.append(',').append(quoted(category)));
        for (String id : ids) {
            lines.append('\n').append(quoted(id)).append(",0.5".repeat(categories.size()));
        }
        return lines.append('\n').toString();
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
