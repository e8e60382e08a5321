package org.dermarium.doi.dois;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTests {

    @Test
    void takesTheFirstThatIsFree() {
        assertThat(Dois.free("a", List.of())).isEqualTo("a");
        assertThat(Dois.free("a", List.of("a"))).isEqualTo("a-2");
        assertThat(Dois.free("a", List.of("a", "a-2", "a-4", "a-b"))).isEqualTo("a-3");
    }

    @Test
    void chosesSuffixesThatNobodyMistakes() {
        for (int seed = 0; seed < 1_000; seed++) {
            assertThat(Suffix.random(new Random(seed))).matches("dermarium\\.[0-9a-hjkmnp-tv-z]{8}");
        }
    }
}
