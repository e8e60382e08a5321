package org.dermarium.challenge.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "MILK10k Benchmark,milk10k-benchmark",
        "  Läsionen – Teil 2 ,lasionen-teil-2",
        "a__b,a-b",
        "!!!,''",
        "皮膚,''"
    })
    void makesNamesFitForAddresses(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
        assertThat(Slug.isOne(slug)).isEqualTo(!slug.isEmpty());
    }

    @ParameterizedTest(name = "{0} is one: {1}")
    @CsvSource({"a,true", "a-b-2,true", "A,false", "a--b,false", "-a,false", "a/b,false", "'a b',false"})
    void knowsASlug(String text, boolean isOne) {
        assertThat(Slug.isOne(text)).isEqualTo(isOne);
    }
}
