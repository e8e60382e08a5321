package org.dermarium.seed.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTests {

    @Test
    void readsQuotedCellsWithCommasQuotesAndLineBreaks(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("x.csv"), "id,text\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,\n");

        assertThat(Csv.read(file))
                .containsExactly(Map.of("id", "1", "text", "a, \"b\"\nc"), Map.of("id", "2", "text", ""));
    }

    @Test
    void readsWhatItWrote(@TempDir Path dir) {
        List<Map<String, String>> rows =
                List.of(Map.of("a", "plain"), Map.of("b", "\"quoted\", with comma"), Map.of("a", "x\ny"));

        Csv.write(dir.resolve("x.csv"), rows);

        assertThat(Csv.read(dir.resolve("x.csv")))
                .extracting(r -> r.get("a") + "|" + r.get("b"))
                .containsExactly("plain|", "|\"quoted\", with comma", "x\ny|");
    }

    @Test
    void refusesRowsOfAnotherLength(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("x.csv"), "a,b\n1\n");

        assertThatThrownBy(() -> Csv.read(file)).hasMessage("line 2 has 1 cells, the header has 2");
    }
}
