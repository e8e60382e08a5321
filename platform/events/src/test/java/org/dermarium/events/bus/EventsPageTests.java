package org.dermarium.events.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/events.md} equal to the code; {@code -Ddocs.write} writes it anew. */
class EventsPageTests {

    private static final Path PAGE = Path.of("../../docs/events.md");

    @Test
    void pageEqualsTheTables() throws IOException {
        String page = "# Events\n\nGenerated from `Topic` and `EventType` in `platform/events`; a test keeps it so.\n\n"
                + topics() + "\n" + types();
        if (System.getProperty("docs.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("run: mvn -pl platform/events test -Ddocs.write")
                .isEqualTo(page);
    }

    private static String topics() {
        return "| topic | key and state | partitions | kept | written by | read by |\n|---|---|---|---|---|---|\n"
                + Arrays.stream(Topic.values())
                        .map(t -> "| `%s` | %s | %d | %s | %s | %s |%n"
                                .formatted(
                                        t.topicName(),
                                        t.type().getSimpleName(),
                                        t.partitions(),
                                        kept(t.retention()),
                                        t.owner(),
                                        String.join(", ", t.consumers())))
                        .collect(Collectors.joining());
    }

    private static String kept(Duration retention) {
        return retention == null ? "last state of each key, for ever" : retention.toDays() + " days";
    }

    private static String types() {
        return "| event | topic | meaning |\n|---|---|---|\n"
                + Arrays.stream(EventType.values())
                        .map(t -> "| `%s` | `%s` | %s |%n"
                                .formatted(t.typeName(), t.topic().topicName(), t.meaning()))
                        .collect(Collectors.joining());
    }
}
