package org.dermarium.bench;

import java.util.List;
import org.dermarium.query.QueryParser;
import org.dermarium.query.UnparsableQuery;

/** How fast queries are parsed on one core. */
final class QueryParsing {

    private static final List<String> QUERIES = List.of(
            "sex:male",
            "age_approx:[40 TO 60] AND diagnosis_1:Malignant",
            "(sex:male OR sex:female) AND -image_type:\"TBP tile: close-up\"",
            "diagnosis_3:\"Melanoma Invasive\" mel_thick_mm:{0.5 TO *] personal_hx_mm:true");
    private static final int ROUNDS = 200_000;

    private QueryParsing() {}

    /** Queries a second. */
    static double measure() throws UnparsableQuery {
        double best = 0;
        for (int attempt = 0; attempt < 5; attempt++) {
            long begin = System.nanoTime();
            int seen = 0;
            for (int i = 0; i < ROUNDS; i++) {
                seen += QueryParser.parse(QUERIES.get(i % QUERIES.size())).hashCode() == 0 ? 1 : 2;
            }
            best = Math.max(best, seen == 0 ? 0 : ROUNDS / ((System.nanoTime() - begin) / 1e9));
        }
        return best;
    }
}
