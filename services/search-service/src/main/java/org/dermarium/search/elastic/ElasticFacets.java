package org.dermarium.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.query.Facet;
import org.dermarium.query.SearchField;
import org.dermarium.search.finding.Buckets;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.FacetOut.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * Reads facets from the answers about the values that match and about the values that the caller may see at all, from
 * which lists are filled up with empty buckets. Values of images that the caller may not see appear in neither.
 */
final class ElasticFacets {

    private ElasticFacets() {}

    /** @param values the answer to {@link ElasticAggregations#VALUES}, empty when all visible images matched */
    static Map<String, FacetOut> read(ResponseBody<?> found, Map<String, Aggregate> values) {
        long total = Objects.requireNonNull(found.hits().total()).value();
        Map<String, FacetOut> facets = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            if (!(field.facet() instanceof Facet.None)) {
                String name = field.fieldName();
                facets.put(name, facet(field.facet(), total, name, found.aggregations(), values.get(name)));
            }
        }
        return facets;
    }

    private static FacetOut facet(
            Facet facet, long total, String name, Map<String, Aggregate> found, @Nullable Aggregate visible) {
        Aggregate counted = Objects.requireNonNull(found.get(name), name);
        List<Bucket> values = visible == null ? List.of() : terms(visible);
        return switch (facet) {
            case Facet.None none -> throw new IllegalArgumentException(name + " has no facet");
            case Facet.Frequent(int size) -> listed(total, counted, Buckets.filledUp(terms(counted), values, size));
            case Facet.Alphabetical(int size) -> listed(total, counted, Buckets.inOrder(terms(counted), values, size));
            case Facet.Enumerated(List<String> names) -> listed(total, counted, Buckets.each(names, terms(counted)));
            case Facet.Steps steps -> numbers(total, name, found, steps(steps, counted));
            case Facet.Ranges ranges -> numbers(total, name, found, ranges(counted));
        };
    }

    private static FacetOut listed(long total, Aggregate counted, List<Bucket> buckets) {
        Long others = counted.isLterms()
                ? counted.lterms().sumOtherDocCount()
                : counted.isSterms() ? counted.sterms().sumOtherDocCount() : null;
        long present = (others == null ? 0 : others)
                + terms(counted).stream().mapToLong(Bucket::docCount).sum();
        return new FacetOut(new FacetOut.Meta(total - present, present), buckets);
    }

    private static FacetOut numbers(long total, String name, Map<String, Aggregate> found, List<Bucket> buckets) {
        Double count = Objects.requireNonNull(found.get(name + ElasticAggregations.PRESENT), name)
                .valueCount()
                .value();
        long present = count == null ? 0 : Math.round(count);
        return new FacetOut(new FacetOut.Meta(total - present, present), buckets);
    }

    private static List<Bucket> terms(Aggregate terms) {
        if (terms.isLterms()) {
            return terms.lterms().buckets().array().stream()
                    .map(b -> new Bucket(b.key(), b.keyAsString(), null, null, b.docCount()))
                    .toList();
        }
        return terms.isSterms()
                ? terms.sterms().buckets().array().stream()
                        .map(b -> Bucket.of(b.key().stringValue(), b.docCount()))
                        .toList()
                : List.of();
    }

    private static List<Bucket> steps(Facet.Steps steps, Aggregate histogram) {
        long[] counts = new long[steps.count()];
        for (var bucket : histogram.histogram().buckets().array()) {
            long step = Math.round((bucket.key() - steps.first()) / steps.step());
            if (step >= 0 && step < counts.length) {
                counts[(int) step] = bucket.docCount();
            }
        }
        return Buckets.steps(steps, counts);
    }

    private static List<Bucket> ranges(Aggregate ranges) {
        return ranges.range().buckets().array().stream()
                .map(b -> new Bucket(
                        Objects.requireNonNull(b.key()),
                        null,
                        b.from(),
                        b.to() == null || Double.isInfinite(b.to()) ? "*" : b.to(),
                        b.docCount()))
                .toList();
    }
}
