package org.dermarium.challenge.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.challenge.classification.Score;
import org.dermarium.challenge.table.TableProblem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scores as they are kept: the document, and apart from it the curves, which are most of the bytes. */
final class JsonScores {

    /** Grows when the same predictions could get another number. */
    static final int METRIC_VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();

    private JsonScores() {}

    static String document(Score score) {
        ObjectNode document = JSON.valueToTree(score);
        document.remove("rocs");
        return JSON.writeValueAsString(document);
    }

    static Map<String, String> curves(Score score) {
        Map<String, String> curves = new LinkedHashMap<>();
        score.rocs().forEach((category, roc) -> curves.put(category, JSON.writeValueAsString(roc)));
        return curves;
    }

    static String problems(List<TableProblem> problems) {
        return JSON.writeValueAsString(problems);
    }
}
