package org.dermarium.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dermarium.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionIdsTests {

    private static final List<Object> PLACE = List.of("query", "collections");

    @Test
    void readsListsAndRepetitions() {
        assertThat(CollectionIds.parse(List.of("1, 2", "3"), PLACE)).containsExactly(1L, 2L, 3L);
        assertThat(CollectionIds.parse(List.of("99999999999999999999"), PLACE)).isEmpty();
    }

    @Test
    void emptyIsNoFilter() {
        assertThat(CollectionIds.parse(List.of(), PLACE)).isNull();
        assertThat(CollectionIds.parse(List.of("", ""), PLACE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", " ", ",", "1,", "1,,2", "1.5", "\u0661", "1;2"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> CollectionIds.parse(List.of(text), PLACE)).isInstanceOf(Refusal.class);
    }
}
