package org.dermarium.search.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of one field are spread over some images. */
public record FacetOut(Meta meta, List<Bucket> buckets) {

    /** Images without and with a value. */
    public record Meta(long missingCount, long presentCount) {}

    /**
     * @param key the value: text, the lower end of a step, the name of a range, 1 or 0
     * @param keyAsString true or false, for 1 or 0
     * @param from lower end of a range
     * @param to upper end of a range, not within it; "*" for the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bucket(
            Object key,
            @Nullable String keyAsString,
            @Nullable Double from,
            @Nullable Object to,
            long docCount) {

        public static Bucket of(Object key, long count) {
            return new Bucket(key, null, null, null, count);
        }

        public Bucket empty() {
            return new Bucket(key, keyAsString, from, to, 0);
        }
    }
}
