package org.dermarium.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.dermarium.web.page.Cursor;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lists newest first. Ids grow with time and are unique, so the id is the position: no row is skipped or told twice,
 * however many came at one moment.
 *
 * @param position rows below it (above it when {@code ascending}) are wanted
 */
public record R2dbcPaging(long position, boolean ascending, int offset, int fetch) {

    /** The end of a statement over a column {@code id}; use as condition, then {@link #order()}. */
    public String condition() {
        return ascending ? "id > :position" : "id < :position";
    }

    public String order() {
        return " order by id " + (ascending ? "asc" : "desc") + " offset :offset limit :fetch";
    }

    public GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return statement.bind("position", position).bind("offset", offset).bind("fetch", fetch);
    }

    /** Reads a page, and counts the list where the request asks for it. */
    public static <T> Mono<Page<T>> page(
            PageRequest request, Function<R2dbcPaging, Flux<T>> rows, Mono<Long> count, ToLongFunction<T> id) {
        R2dbcPaging paging = of(request);
        Mono<List<T>> read = rows.apply(paging).collectList();
        return request.wantsCount()
                ? Mono.zip(read, count, (list, all) -> request.page(list, row -> text(id, row), all))
                : read.map(list -> request.page(list, row -> text(id, row), null));
    }

    private static <T> String text(ToLongFunction<T> id, T row) {
        return Long.toString(id.applyAsLong(row));
    }

    static R2dbcPaging of(PageRequest request) {
        Cursor cursor = request.cursor();
        boolean ascending = cursor.reverse();
        String given = cursor.position();
        long start = ascending ? 0 : Long.MAX_VALUE;
        try {
            return new R2dbcPaging(
                    given == null ? start : Long.parseLong(given), ascending, cursor.offset(), request.fetch());
        } catch (NumberFormatException e) {
            throw Cursor.invalidPosition();
        }
    }
}
