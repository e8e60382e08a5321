package org.dermarium.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** A sample of every event ever released; a sample is never edited, only added. */
class GoldenEventsTests {

    @ParameterizedTest
    @EnumSource
    void readsAndWritesTheReleasedSample(EventType type) throws IOException {
        byte[] sample = sample(type);
        Aggregate state = EventJson.read(sample, type.topic().type());
        var json = new JsonMapper();
        assertThat(json.readTree(EventJson.write(state))).isEqualTo(json.readTree(sample));
        assertThat(EventType.named(type.typeName())).isEqualTo(type);
        assertThat(new Event<>(java.util.UUID.randomUUID(), type, Instant.EPOCH, state).state())
                .isSameAs(state);
    }

    @Test
    void readsWhatANewerReleaseAdded() throws IOException {
        String newer = new String(sample(EventType.USER_REGISTERED)).replaceFirst("\\{", "{\"orcid\":\"0000\",");
        assertThat(EventJson.read(newer.getBytes(), User.class).email()).isEqualTo("contributor@example.org");
    }

    @Test
    void refusesToPublishMoreThan64KiB() {
        var many = new TreeSet<Long>();
        for (long i = 0; i < 20_000; i++) {
            many.add(i);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventJson.write(new Membership("ISIC_0000001", 1, many, new TreeSet<>())))
                .withMessageContaining("ISIC_0000001");
    }

    @Test
    void refusesAStateOfAnotherTopic() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.now(EventType.IMAGE_UPLOADED, new TokenRevoked("s", Instant.EPOCH)));
    }

    @Test
    void separatesHowAPictureWasTakenFromWhatItShows() throws IOException {
        Metadata metadata =
                EventJson.read(sample(EventType.IMAGE_PUBLISHED), Image.class).metadata();
        assertThat(metadata.acquisition()).containsOnlyKeys("image_type");
        assertThat(metadata.clinical())
                .containsEntry("clin_size_long_diam_mm", "3.50")
                .doesNotContainKey("image_type");
    }

    private static byte[] sample(EventType type) throws IOException {
        try (var in = GoldenEventsTests.class.getResourceAsStream("/golden/" + type.typeName() + ".v1.json")) {
            assertThat(in).as("golden sample of " + type.typeName()).isNotNull();
            return in.readAllBytes();
        }
    }
}
