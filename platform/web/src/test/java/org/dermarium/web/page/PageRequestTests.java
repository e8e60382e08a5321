package org.dermarium.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class PageRequestTests {

    private static final URI PUBLIC = URI.create("http://127.0.0.1:8000");

    /** Rows that share positions, also across page edges. */
    private static final List<Row> ROWS = List.of(
            new Row(1, "a"),
            new Row(2, "b"),
            new Row(3, "b"),
            new Row(4, "b"),
            new Row(5, "b"),
            new Row(6, "c"),
            new Row(7, "d"),
            new Row(8, "d"));

    private record Row(int id, String position) {}

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 1", "100, 100", "101, 100", "-1, 0", "99999999999999999999, 100", "' 5', 5"})
    void bringsTheLimitIntoBounds(String given, int limit) {
        assertThat(request("?limit=" + given.replace(" ", "%20")).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "1.5", "1e1", "%EF%BC%95"})
    void refusesALimitThatIsNoInteger(String given) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> request("?limit=" + given));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9})
    void walksOverTiesWithoutLossBothWays(int limit) {
        List<Integer> there = new ArrayList<>();
        PageRequest request = request("?limit=" + limit);
        Page<Row> page = read(request);
        List<List<Row>> pages = new ArrayList<>(List.of(page.results()));
        while (page.next() != null) {
            request = follow(page.next());
            page = read(request);
            pages.add(page.results());
        }
        pages.forEach(p -> p.forEach(row -> there.add(row.id)));
        assertThat(there).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);

        List<Integer> back = new ArrayList<>(ids(page));
        while (page.previous() != null) {
            page = read(follow(page.previous()));
            back.addAll(0, ids(page));
        }
        assertThat(back.stream().distinct()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void goesBackToTheFirstPage() {
        Page<Row> second = read(follow(read(request("?limit=1")).next()));
        Page<Row> back = read(follow(second.previous()));
        assertThat(back.results()).extracting(Row::id).containsExactly(1);
        assertThat(back.previous()).isNull();
        assertThat(back.next()).isNotNull();
    }

    @Test
    void linksKeepTheQuestionAndSortItsParameters() {
        URI next =
                read(request("?query=sex:male%20a%2Bb&limit=2&collections=1,2")).next();
        assertThat(next)
                .hasToString(
                        "http://127.0.0.1:8000/api/v2/images/?collections=1%2C2&cursor=bz0xJnA9YQ%3D%3D&limit=2&query=sex%3Amale%20a%2Bb");
    }

    @Test
    void emptyPageHasNoneBehindIt() {
        Page<Row> page = read(request("?limit=-1"));
        assertThat(page.results()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(page.previous()).isNull();
    }

    private static List<Integer> ids(Page<Row> page) {
        return page.results().stream().map(Row::id).toList();
    }

    private static PageRequest request(String query) {
        return PageRequest.of(
                MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://inside/api/v2/images/" + query))
                        .build(),
                PUBLIC);
    }

    private static PageRequest follow(URI link) {
        return PageRequest.of(MockServerHttpRequest.method(HttpMethod.GET, link).build(), PUBLIC);
    }

    /** What a store does: rows strictly behind the position, in the direction asked, less the offset. */
    private static Page<Row> read(PageRequest request) {
        Cursor cursor = request.cursor();
        List<Row> ordered = cursor.reverse() ? ROWS.reversed() : ROWS;
        String position = cursor.position();
        List<Row> rows = ordered.stream()
                .filter(r -> position == null
                        || (cursor.reverse() ? r.position.compareTo(position) < 0 : r.position.compareTo(position) > 0))
                .skip(cursor.offset())
                .limit(request.fetch())
                .toList();
        return request.page(rows, Row::position, request.wantsCount() ? (long) ROWS.size() : null);
    }
}
