package org.dermarium.doi.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dermarium.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRuleTests {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void keepsWhatCanBeShown() {
        assertThat(TextRule.TITLE.checked("  Naevi — 母斑 \ud83d\ude00 ", problems::add, "title"))
                .isEqualTo("Naevi — 母斑 \ud83d\ude00");
        assertThat(TextRule.DESCRIPTION.checked("a\r\n\tb", problems::add, "description"))
                .isEqualTo("a\r\n\tb");
        assertThat(TextRule.TITLE.checked("\ud83d\ude00".repeat(255), problems::add, "title"))
                .as("characters are counted, not halves of them")
                .hasSize(510);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ", missing",
        "'   ', string_too_short",
        "'a\u0000b', value_error",
        "'a\u0007b', value_error",
        "'a\nb', value_error",
        "'a\ud800b', value_error",
        "'a\u202eb', value_error",
    })
    void refusesWhatCannot(String text, String type) {
        TextRule.TITLE.checked(text, problems::add, "title");
        assertThat(problems).extracting(Problem::type).containsExactly(type);
        assertThat(problems).extracting(Problem::loc).containsExactly(Problem.body("title"));
    }

    @Test
    void refusesWhatIsTooLong() {
        TextRule.DESCRIPTION.checked("x".repeat(10_001), problems::add, "description");
        assertThat(problems).extracting(Problem::type).containsExactly("string_too_long");
    }
}
