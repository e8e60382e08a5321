package org.dermarium.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dermarium.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    private static final int LONGEST = 80;

    @ParameterizedTest
    @CsvSource({
        "HAM10000, ham10000",
        "Naevi of Zürich & Genève!, naevi-of-zurich-geneve",
        "  Läsionen – Teil 2 , lasionen-teil-2",
        "' -- a  b__ -- ', a-b",
        "../../etc/passwd, etc-passwd",
        "皮膚, ''",
        "' ', ''",
    })
    void hasWhatAddressesBear(String name, String slug) {
        assertThat(Slug.of(name, LONGEST)).isEqualTo(slug);
        assertThat(slug.matches(Slug.SHAPE)).isEqualTo(!slug.isEmpty());
    }

    @Test
    void isNeverLong() {
        assertThat(Slug.of("ab ".repeat(100), LONGEST))
                .hasSizeLessThanOrEqualTo(LONGEST)
                .endsWith("b");
    }

    @Test
    void refusesNamesThatMakeNone() {
        assertThat(Slug.required("Naevi", LONGEST)).isEqualTo("naevi");
        assertThatThrownBy(() -> Slug.required("皮膚", LONGEST)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"a,true", "a-b-2,true", "A,false", "a--b,false", "-a,false", "a/b,false", "'a b',false"})
    void knowsItsShape(String text, boolean isOne) {
        assertThat(text.matches(Slug.SHAPE)).isEqualTo(isOne);
    }
}
