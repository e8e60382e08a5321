package org.dermarium.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The page a caller asks for. Usable as an argument of a controller method.
 *
 * @param limit rows a page, 0 to 100
 * @param self the request's public address
 */
public record PageRequest(int limit, Cursor cursor, URI self) {

    public static final int MAX_LIMIT = 100;

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

    public static PageRequest of(ServerHttpRequest request, URI publicUrl) {
        MultiValueMap<String, String> query = request.getQueryParams();
        var self =
                UriComponentsBuilder.fromUri(publicUrl).path(request.getPath().value());
        query.forEach((name, values) -> self.queryParam(
                UriUtils.encode(name, UTF_8),
                values.stream()
                        .map(v -> v == null ? "" : UriUtils.encode(v, UTF_8))
                        .toArray()));
        return new PageRequest(
                limit(query),
                Cursor.parse(query.getFirst("cursor")),
                self.build(true).toUri());
    }

    private static int limit(MultiValueMap<String, String> query) {
        if (!query.containsKey("limit")) {
            return MAX_LIMIT;
        }
        String given = query.getFirst("limit");
        String text = given == null ? "" : given.strip();
        if (!INTEGER.matcher(text).matches()) {
            throw Refusal.unprocessable(Problem.notAnInteger(List.of("query", "limit")));
        }
        if (text.startsWith("-")) {
            return 0;
        }
        int value = text.length() > 9 ? MAX_LIMIT : Integer.parseInt(text);
        return value == 0 ? MAX_LIMIT : Math.min(value, MAX_LIMIT);
    }

    /** How many rows to read: one more than shown, to know whether others follow. */
    public int fetch() {
        return limit + 1;
    }

    /** Whether the whole list is to be counted: on first pages only. */
    public boolean wantsCount() {
        return cursor.position() == null;
    }

    /**
     * Makes the page of the rows read. One of no rows has none behind it: its link would lead to itself for ever.
     *
     * @param rows at most {@link #fetch()} rows strictly behind the cursor's position, in the cursor's direction, its
     *     offset skipped
     * @param position the ordering field's value of a row, as text
     */
    public <T> Page<T> page(List<T> rows, Function<T, String> position, @Nullable Long count) {
        boolean more = limit > 0 && rows.size() > limit;
        List<T> shown = new ArrayList<>(rows.subList(0, Math.min(rows.size(), limit)));
        @Nullable String onward = more ? link(onward(rows, position)) : null;
        boolean isBehindStart = cursor.offset() > 0 || cursor.position() != null;
        if (cursor.reverse()) {
            Collections.reverse(shown);
            return new Page<>(shown, count, isBehindStart ? uri(link(backward(rows, position))) : null, uri(onward));
        }
        return new Page<>(shown, count, uri(onward), isBehindStart ? uri(link(backward(rows, position))) : null);
    }

    /** Behind the last row shown; rows that share its position with the next one are skipped by number. */
    private <T> Cursor onward(List<T> rows, Function<T, String> position) {
        String next = position.apply(rows.get(limit));
        for (int i = limit - 1; i >= 0; i--) {
            String candidate = position.apply(rows.get(i));
            if (!candidate.equals(next)) {
                return new Cursor(limit - 1 - i, cursor.reverse(), candidate);
            }
        }
        return new Cursor(cursor.offset() + limit, cursor.reverse(), cursor.position());
    }

    /** To where this page begins, read the other way; rows at its beginning that share their position are counted off. */
    private <T> Cursor backward(List<T> rows, Function<T, String> position) {
        boolean reverse = !cursor.reverse();
        if (limit == 0 || rows.isEmpty()) {
            return new Cursor(0, reverse, null);
        }
        String first = position.apply(rows.getFirst());
        if (cursor.offset() == 0) {
            return new Cursor(0, reverse, first);
        }
        for (int i = 1; i < rows.size(); i++) {
            String other = position.apply(rows.get(i));
            if (!other.equals(first)) {
                return new Cursor(i, reverse, other);
            }
        }
        return rows.size() > limit
                ? new Cursor(Math.max(0, cursor.offset() - limit), cursor.reverse(), cursor.position())
                : new Cursor(rows.size(), reverse, null);
    }

    private String link(Cursor to) {
        var parameters = new TreeMap<String, List<String>>(
                UriComponentsBuilder.fromUri(self).build().getQueryParams());
        parameters.remove("cursor");
        var address = UriComponentsBuilder.fromUri(self).replaceQuery(null);
        parameters.put("cursor", List.of(UriUtils.encode(to.encoded(), UTF_8)));
        parameters.forEach((name, values) -> address.queryParam(name, values.toArray()));
        return address.build(true).toUriString();
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
