package org.dermarium.challenge.classification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.dermarium.challenge.metric.Confusion;
import org.dermarium.challenge.metric.Roc;

/**
 * The score document of a submission.
 *
 * @param overall the task's metric over all rows that count
 * @param validation the same over the rows shown before publication
 * @param perCategory metric, then category; category order is the truth's
 * @param macroAverage plain mean over the categories
 * @param aggregate measures of the whole table
 * @param confusion how often each category was taken for each
 * @param rocs a curve for each category
 */
public record Score(
        double overall,
        double validation,
        @JsonProperty("per_category") Map<String, Map<String, Double>> perCategory,
        @JsonProperty("macro_average") Map<String, Double> macroAverage,
        Map<String, Double> aggregate,
        Confusion confusion,
        Map<String, Roc> rocs) {}
