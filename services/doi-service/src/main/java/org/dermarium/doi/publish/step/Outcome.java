package org.dermarium.doi.publish.step;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a step ended for now. */
sealed interface Outcome {

    /** On to the next one. */
    record Done() implements Outcome {}

    /** Others have to do something first; their news wakes it. */
    record Waits(
            @Nullable Long done,
            @Nullable Long total,
            @Nullable String problem) implements Outcome {

        static Waits silently() {
            return new Waits(null, null, null);
        }
    }

    /**
     * Something does not answer; to be tried again.
     *
     * @param pause at least so long, when it was said
     */
    record Away(@Nullable Duration pause, String problem) implements Outcome {}

    /** It cannot be published as it is: it is a draft again, which people can mend, publish or discard. */
    record Back(String problem) implements Outcome {}
}
