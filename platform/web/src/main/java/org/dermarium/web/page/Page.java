package org.dermarium.web.page;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in the envelope of the contract.
 *
 * @param count how many rows the whole list has; exact, on the first page only
 */
public record Page<T>(
        List<T> results,
        @Nullable Long count,
        @Nullable URI next,
        @Nullable URI previous) {

    /** The same page of other things. */
    public <R> Page<R> map(Function<? super T, R> as) {
        return new Page<>(results.stream().map(as).toList(), count, next, previous);
    }
}
