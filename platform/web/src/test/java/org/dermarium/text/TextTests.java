package org.dermarium.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007",
                "\u007f",
                "\u0085",
                "name\u202Egnp.exe",
                "\u2066x\u2069",
                "\uD800",
                "x\uDC00y",
                "\uFDD0",
                "\uFFFE",
                "\uDBFF\uDFFF"
            })
    void refusesWhatCannotBeShownOrStored(String text) {
        assertThat(Text.forbidden(text)).isPresent();
        assertThat(Text.forbiddenInLine(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Zürich, Universitätsspital",
                "می\u200Cخواهم",
                "\uD83D\uDC69\u200D\u2695\uFE0F",
                "مستشفى",
                "בית חולים",
                "e\u0301",
                "皮膚科",
                "a\u200Fb"
            })
    void takesEveryScript(String text) {
        assertThat(Text.forbiddenInLine(text)).isEmpty();
    }

    @Test
    void takesLineEndsInProseAlone() {
        assertThat(Text.forbidden("a\r\n\tb\u2028")).isEmpty();
        assertThat(Text.forbiddenInLine("a\nb")).hasValue('\n');
        assertThat(Text.forbiddenInLine("a\tb")).hasValue('\t');
    }

    @Test
    void namesTheCharacter() {
        assertThat(Text.reason(0x202E)).isEqualTo("The character U+202E (RIGHT-TO-LEFT OVERRIDE) is not allowed.");
        assertThat(Text.reason(0)).isEqualTo("The character U+0000 (NULL) is not allowed.");
        assertThat(Text.reason(0xFFFF)).isEqualTo("The character U+FFFF is not allowed.");
    }

    @Test
    void repeatsLittleOfALongValue() {
        assertThat(Text.shown("x".repeat(1_000_000))).hasSize(Text.SHOWN).endsWith("x…");
        assertThat(Text.shown("a\u202Eb\n")).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(Text.cut("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Text.length("a\uD83D\uDE00")).isEqualTo(2);
    }
}
