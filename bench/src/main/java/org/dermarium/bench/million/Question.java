package org.dermarium.bench.million;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One read of the API that is asked again and again.
 *
 * @param aim milliseconds, or null without one
 * @param reference milliseconds of the reference archive at 1,006,080 images, or null where it was not measured
 * @param path another one for each number, or the same for what was asked before
 * @param ceiling the same answer by a scan of columns in memory, or null where nothing is to be scanned
 * @param times how often it is asked
 */
record Question(
        String name,
        @Nullable Integer aim,
        @Nullable Integer reference,
        IntFunction<String> path,
        @Nullable IntConsumer ceiling,
        int times) {

    /** What a warm server has answered before. */
    Question cached(String newName, @Nullable Integer newAim, @Nullable Integer newReference) {
        return new Question(newName, newAim, newReference, number -> path.apply(0), null, times);
    }
}
