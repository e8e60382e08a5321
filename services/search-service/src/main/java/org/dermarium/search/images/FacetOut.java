package org.dermarium.search.images;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of one field are spread over some images. */
record FacetOut(Meta meta, List<Bucket> buckets) {

    /** Images without and with a value. */
    record Meta(
            @JsonProperty("missing_count") long missing,
            @JsonProperty("present_count") long present) {}

    /**
     * @param key the value: text, the lower end of a step, the name of a range, 1 or 0
     * @param label true or false, for 1 or 0
     * @param from lower end of a range
     * @param to upper end of a range, not within it; "*" for the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bucket(
            Object key,
            @JsonProperty("key_as_string") @Nullable String label,
            @Nullable Double from,
            @Nullable Object to,
            @JsonProperty("doc_count") long count) {

        static Bucket of(Object key, long count) {
            return new Bucket(key, null, null, null, count);
        }

        Bucket empty() {
            return new Bucket(key, label, from, to, 0);
        }
    }
}
