package org.dermarium.events.bus;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.UUID;
import org.dermarium.events.Aggregate;

/**
 * One thing that happened, with the whole state after it.
 *
 * @param id unique, time-ordered (UUID version 7); the CloudEvents {@code id}
 * @param at when it happened; the CloudEvents {@code time}
 */
public record Event<A extends Aggregate>(UUID id, EventType type, Instant at, A state) {

    public Event {
        if (type.topic().type() != state.getClass()) {
            throw new IllegalArgumentException(
                    type.typeName() + " does not carry " + state.getClass().getSimpleName());
        }
    }

    public static <A extends Aggregate> Event<A> now(EventType type, A state) {
        return new Event<>(Generators.timeBasedEpochGenerator().generate(), type, Instant.now(), state);
    }
}
