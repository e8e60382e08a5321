package org.dermarium.search.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dermarium.web.Unprocessable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionIdsTests {

    @Test
    void readsListsAndRepetitions() {
        assertThat(CollectionIds.parse(List.of("1, 2", "3"))).containsExactly(1L, 2L, 3L);
        assertThat(CollectionIds.parse(List.of("99999999999999999999"))).isEmpty();
    }

    @Test
    void emptyIsNoFilter() {
        assertThat(CollectionIds.parse(List.of())).isNull();
        assertThat(CollectionIds.parse(List.of("", ""))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", " ", ",", "1,", "1,,2", "1.5", "\u0661", "1;2"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> CollectionIds.parse(List.of(text))).isInstanceOf(Unprocessable.class);
    }
}
