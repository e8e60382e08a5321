package org.dermarium.challenge.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTests {

    private static final Instant OPENS = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest(name = "at {0}, opened {1}, locked {2}: {3}")
    @CsvSource({
        "2026-11-15T00:00:00Z,true,false,OPEN",
        "2026-11-01T00:00:00Z,true,false,OPEN",
        "2026-10-31T23:59:59Z,true,false,CLOSED",
        "2026-11-30T23:59:59Z,true,false,OPEN",
        "2026-12-01T00:00:00Z,true,false,CLOSED",
        "2026-11-15T00:00:00Z,true,true,CLOSED",
        "2026-11-15T00:00:00Z,false,false,DRAFT"
    })
    void takesAnswersBetweenItsDatesOnly(Instant now, boolean opened, boolean locked, Task.State state) {
        Task task = task(opened ? OPENS : null, locked, List.of("A"), List.of());
        assertThat(task.state(now)).isEqualTo(state);
        if (state == Task.State.OPEN) {
            task.checkOpen(now);
        } else {
            assertThatThrownBy(() -> task.checkOpen(now)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void samplesAFileThatItWouldTake() {
        assertThat(task(OPENS, false, List.of("MEL", "a,\"b\""), List.of("ISIC_0000007"))
                        .sample())
                .isEqualTo("image,MEL,\"a,\"\"b\"\"\"\nISIC_0000007,0.5,0.5\n");
        assertThat(task(OPENS, false, List.of("MEL"), List.of("IL_0000007")).sample())
                .startsWith("lesion_id,MEL\n");
        assertThat(task(OPENS, false, List.of("MEL"), List.of()).sample()).contains("ISIC_0000000");
        assertThat(task(null, false, List.of(), List.of()).sample()).isEmpty();
    }

    @Test
    void namesTheDifferencesOfCollectionAndTruth() {
        assertThat(OpenTask.differences(List.of("A", "B"), List.of("B", "A"))).isEmpty();
        assertThat(OpenTask.differences(List.of("A", "B"), List.of("B", "C")))
                .isEqualTo("Members of the collection without a row in the truth: A. "
                        + "Rows of the truth that are no members of the collection: C.");
        List<String> many = IntStream.range(10, 30).mapToObj(i -> "I" + i).toList();
        assertThat(OpenTask.differences(many, List.of())).contains("I19, … (20 in all)");
    }

    private static Task task(@Nullable Instant openedAt, boolean locked, List<String> categories, List<String> images) {
        return new Task(
                1,
                1,
                "challenge",
                "task",
                "Task",
                "",
                TaskType.CLASSIFICATION,
                Metric.AUC,
                categories,
                null,
                openedAt,
                locked,
                false,
                false,
                false,
                3,
                10,
                false,
                0,
                OPENS,
                CLOSES,
                images.size(),
                images);
    }
}
