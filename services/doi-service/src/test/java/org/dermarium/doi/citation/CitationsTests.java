package org.dermarium.doi.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSetBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A Clinic                 | A Clinic",
                "Anonymous                | Anonymous",
                "A Clinic;B Clinic        | A Clinic, & B Clinic",
                "A;B;Anonymous            | A, B, & Anonymous",
                "Dept. A, Town;B          | Dept. A, Town, & B"
            })
    void namesCreatorsInTheirOrder(String creators, String named) {
        DataSet dataSet =
                DataSetBuilder.published().creators(creators.split(";")).build();

        assertThat(Citations.of(dataSet).apa())
                .isEqualTo(named + " (2026). Naevi of the trunk (Version 1.0.0) [Data set]. Dermarium."
                        + " https://doi.org/10.5072/dermarium.k3v9x2p7");
    }

    @Test
    void namesTwentyCreatorsAndOfMoreTheLastOne() {
        String nineteen = String.join(
                ", ", IntStream.rangeClosed(1, 19).mapToObj(i -> "Clinic " + i).toList());

        assertThat(Citations.of(DataSetBuilder.published().manyCreators(20).build())
                        .apa())
                .startsWith(nineteen + ", & Clinic 20 (2026)");
        assertThat(Citations.of(DataSetBuilder.published().manyCreators(300).build())
                        .apa())
                .startsWith(nineteen + ", … Clinic 300 (2026)");
    }

    @Test
    void isByAnonymousWhenNobodyIsNamed() {
        Citations citations = Citations.of(DataSetBuilder.published().creators().build());

        assertThat(citations.apa()).startsWith("Anonymous (2026).");
        assertThat(citations.bibtex()).contains("author       = {{Anonymous}},");
        assertThat(citations.ris()).contains("AU  - Anonymous\r\n");
    }

    @Test
    void keepsInstitutionsWholeInBibtex() {
        DataSet dataSet = DataSetBuilder.published()
                .creators("Skin and Cancer Unit, Town", "Anonymous")
                .build();

        assertThat(Citations.of(dataSet).bibtex()).isEqualTo("""
                @misc{dermarium.k3v9x2p7,
                  author       = {{Skin and Cancer Unit, Town} and {Anonymous}},
                  title        = {{Naevi of the trunk}},
                  year         = {2026},
                  publisher    = {Dermarium},
                  howpublished = {Data set},
                  version      = {1.0.0},
                  doi          = {10.5072/dermarium.k3v9x2p7},
                  url          = {https://doi.org/10.5072/dermarium.k3v9x2p7}
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 % & more            | 100 \\% \\& more",
                "a_b #1 $x$              | a\\_b \\#1 \\$x\\$",
                "{open                   | \\textbraceleft{}open",
                "shut}                   | shut\\textbraceright{}",
                "\\input{secrets}        | \\textbackslash{}input\\textbraceleft{}secrets\\textbraceright{}",
                "2^3 ~ <5 mm>            | 2\\textasciicircum{}3 \\textasciitilde{} \\textless{}5 mm\\textgreater{}",
                "Münchner Zentrum für Haut 皮肤 | Münchner Zentrum für Haut 皮肤"
            })
    void writesWhatLatexWouldTakeAsCommands(String text, String latex) {
        assertThat(Bibtex.escaped(text)).isEqualTo(latex);
    }

    @Test
    void keepsBracesOfBibtexBalancedWhateverTheTitle() {
        String bibtex = Citations.of(
                        DataSetBuilder.published().title("}}} {\\} @misc{x,").build())
                .bibtex();

        assertThat(bibtex.chars().filter(c -> c == '{').count())
                .isEqualTo(bibtex.chars().filter(c -> c == '}').count());
    }

    @Test
    void writesOneTagToALineInRis() {
        DataSet dataSet = DataSetBuilder.published()
                .title("Naevi\r\nER  - \r\nTY  - BOOK")
                .creators("A\tClinic", "B\u0000 Clinic")
                .description("One.\n\nTwo.")
                .build();

        assertThat(Citations.of(dataSet).ris()).isEqualTo("""
                TY  - DATA
                AU  - A Clinic
                AU  - B Clinic
                TI  - Naevi ER - TY - BOOK
                PY  - 2026
                DA  - 2026/11/25/
                PB  - Dermarium
                ET  - 1.0.0
                DO  - 10.5072/dermarium.k3v9x2p7
                UR  - https://doi.org/10.5072/dermarium.k3v9x2p7
                AB  - One. Two.
                ER  -\s
                """.replace("\n", "\r\n"));
    }

    @Test
    void givesNoDayInRisBeforePublication() {
        assertThat(Citations.of(DataSetBuilder.draft().description("").build()).ris())
                .doesNotContain("DA  - ")
                .doesNotContain("AB  - ");
    }
}
