package org.dermarium.search.elastic;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dermarium.query.Facet;
import org.dermarium.query.SearchField;
import org.dermarium.search.index.Fields;

/** What Elasticsearch is asked for all facets at once, by field name. */
final class ElasticAggregations {

    /** Suffix of the aggregation that counts the images with a number. */
    static final String PRESENT = "#present";

    /** Over the matching images. */
    static final Map<String, Aggregation> COUNTS = counts();

    /** Over all images that the caller may see. */
    static final Map<String, Aggregation> VALUES = values();

    private ElasticAggregations() {}

    private static Map<String, Aggregation> counts() {
        Map<String, Aggregation> all = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            String name = field.fieldName();
            String path = Fields.of(field);
            switch (field.facet()) {
                case Facet.None none -> {}
                case Facet.Frequent(int size) -> all.put(name, terms(path, size, t -> t));
                case Facet.Alphabetical(int size) -> all.put(name, terms(path, size, ElasticAggregations::byKey));
                case Facet.Enumerated(List<String> names) -> all.put(name, terms(path, names.size(), t -> t));
                case Facet.Steps(double step, double first, double last) -> {
                    all.put(
                            name,
                            Aggregation.of(a -> a.histogram(
                                    h -> h.field(path).interval(step).minDocCount(1))));
                    all.put(name + PRESENT, present(path));
                }
                case Facet.Ranges ranges -> {
                    all.put(name, Aggregation.of(a -> a.range(r -> r.field(path).ranges(bounds(ranges)))));
                    all.put(name + PRESENT, present(path));
                }
            }
        }
        return all;
    }

    /** Twice as many as are shown: even when all that match come first, enough others follow. */
    private static Map<String, Aggregation> values() {
        Map<String, Aggregation> all = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            String path = Fields.of(field);
            if (field.facet() instanceof Facet.Frequent(int size)) {
                all.put(field.fieldName(), terms(path, 2 * size, ElasticAggregations::byKey));
            } else if (field.facet() instanceof Facet.Alphabetical(int size)) {
                all.put(field.fieldName(), terms(path, 2 * size, ElasticAggregations::byKey));
            }
        }
        return all;
    }

    private static Aggregation terms(String path, int size, UnaryOperator<TermsAggregation.Builder> order) {
        return Aggregation.of(a -> a.terms(t -> order.apply(t.field(path).size(size))));
    }

    private static TermsAggregation.Builder byKey(TermsAggregation.Builder terms) {
        return terms.order(NamedValue.of("_key", SortOrder.Asc));
    }

    private static Aggregation present(String path) {
        return Aggregation.of(a -> a.valueCount(v -> v.field(path)));
    }

    private static List<AggregationRange> bounds(Facet.Ranges ranges) {
        List<AggregationRange> all = new ArrayList<>();
        for (double from = 0; from < ranges.open(); from += ranges.step()) {
            double lower = from;
            all.add(AggregationRange.of(r -> r.from(lower).to(lower + ranges.step())));
        }
        all.add(AggregationRange.of(r -> r.from(ranges.open())));
        return all;
    }
}
