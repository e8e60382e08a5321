package org.dermarium.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventJson;
import org.dermarium.events.bus.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** A sample of every event ever released; a sample is never edited, only added. */
class GoldenEventsTests {

    @ParameterizedTest
    @EnumSource
    void readsEveryReleasedSampleAndWritesTheNewest(EventType type) throws IOException {
        List<byte[]> samples = samples(type);
        assertThat(samples).as("golden samples of " + type.typeName()).isNotEmpty();
        byte[] written =
                EventJson.write(EventJson.read(samples.getLast(), type.topic().type()));
        var json = new JsonMapper();
        assertThat(json.readTree(written)).isEqualTo(json.readTree(samples.getLast()));
        for (byte[] sample : samples) {
            Aggregate state = EventJson.read(sample, type.topic().type());
            assertThat(EventJson.write(state)).isEqualTo(written);
            assertThat(new Event<>(java.util.UUID.randomUUID(), type, Instant.EPOCH, state).state())
                    .isSameAs(state);
        }
        assertThat(EventType.named(type.typeName())).isEqualTo(type);
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
        return samples(type).getLast();
    }

    /** Version 1 first. */
    private static List<byte[]> samples(EventType type) throws IOException {
        List<byte[]> samples = new ArrayList<>();
        while (true) {
            String name = "/golden/" + type.typeName() + ".v" + (samples.size() + 1) + ".json";
            try (var in = GoldenEventsTests.class.getResourceAsStream(name)) {
                if (in == null) {
                    return samples;
                }
                samples.add(in.readAllBytes());
            }
        }
    }
}
