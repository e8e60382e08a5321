package org.dermarium.doi.dois;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource({
        "HAM10000, ham10000",
        "Naevi of Zürich & Genève!, naevi-of-zurich-geneve",
        "' -- a  b -- ', a-b",
        "../../etc/passwd, etc-passwd",
        "皮膚, doi",
        "' ', doi",
    })
    void hasWhatAddressesBear(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void isNeverLong() {
        assertThat(Slug.of("ab ".repeat(100))).hasSizeLessThanOrEqualTo(80).endsWith("b");
    }

    @Test
    void takesTheFirstThatIsFree() {
        assertThat(Slug.free("a", List.of())).isEqualTo("a");
        assertThat(Slug.free("a", List.of("a"))).isEqualTo("a-2");
        assertThat(Slug.free("a", List.of("a", "a-2", "a-4", "a-b"))).isEqualTo("a-3");
    }

    @Test
    void chosesSuffixesThatNobodyMistakes() {
        for (int seed = 0; seed < 1_000; seed++) {
            assertThat(Suffix.random(new Random(seed))).matches("dermarium\\.[0-9a-hjkmnp-tv-z]{8}");
        }
    }
}
