package org.dermarium.challenge.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.dermarium.challenge.metric.Confusion;
import org.dermarium.challenge.metric.Roc;
import org.jspecify.annotations.Nullable;

/**
 * What a score document says; the documents are kept as texts, and given out as they are. Without a score all is absent.
 *
 * @param perCategory metric, then category
 * @param confusion truth by row, prediction by column; the last column counts the undecided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoreOut(
        @Nullable Double overall,
        @Nullable Double validation,
        @Nullable Map<String, Map<String, @Nullable Double>> perCategory,
        @Nullable Map<String, @Nullable Double> macroAverage,
        @Nullable Map<String, @Nullable Double> aggregate,
        @Nullable Confusion confusion) {

    /** Receiver operating characteristics by category. */
    interface Curves extends Map<String, Roc> {}
}
