package org.dermarium.doi.release.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableNameTests {

    @ParameterizedTest
    @CsvSource({
        "notes.txt, notes.txt",
        "Protokoll ü.txt, Protokoll ü.txt",
        "../../etc/passwd, .._.._etc_passwd",
        ".., _",
        "'a\\b', a_b",
        "a:b?.csv, a_b_.csv",
        "trailing., trailing",
        "CON.csv, _CON.csv",
        "LPT1, _LPT1",
        "-rf, _rf"
    })
    void canBeUnpackedAnywhere(String given, String portable) {
        assertThat(PortableName.all(List.of(given))).containsExactly(portable);
    }

    @Test
    void fitsIntoFileSystemsAndKeepsItsExtension() {
        String longest = "ü".repeat(240) + ".csv";

        String name = PortableName.all(List.of(longest)).getFirst();

        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, PortableName.MOST_BYTES);
        assertThat(name).startsWith("üüü").endsWith("ü.csv");
    }

    @Test
    void keepsFilesApartWhoseNamesBecomeTheSame() {
        String longest = "x".repeat(250);

        List<String> names = PortableName.all(
                List.of("a:b.csv", "A?b.csv", longest + "1.csv", longest + "2.csv", "u\u0308.csv", "\u00fc.csv"));

        assertThat(names)
                .doesNotHaveDuplicates()
                .startsWith("a_b.csv", "A_b-2.csv")
                .endsWith("ü.csv", "ü-2.csv");
        assertThat(names.get(3)).endsWith("-2.csv").hasSize(PortableName.MOST_BYTES);
    }
}
