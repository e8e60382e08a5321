package org.dermarium.catalog.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataCsvTests {

    @Test
    void showsEveryColumnThatSomeImageHas() throws IOException {
        var writer = new SnapshotWriter();
        writer.add(anImage(1)
                .published()
                .attribution("A, B")
                .with("melanocytic", true)
                .ageApprox(0)
                .build());
        writer.add(anImage(2)
                .published()
                .license("CC-BY")
                .with("clin_size_long_diam_mm", "3.50")
                .build());
        try (Snapshot snapshot = writer.finish()) {
            var out = new ByteArrayOutputStream();
            MetadataCsv.write(snapshot, out);

            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                    isic_id,attribution,copyright_license,age_approx,clin_size_long_diam_mm,melanocytic\r
                    ISIC_0000001,"A, B",CC-0,0,,True\r
                    ISIC_0000002,Anonymous,CC-BY,,3.50,\r
                    """);
            assertThat(snapshot.count()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "=1+1|\t=1+1",
                "-3|\t-3",
                "+3|\t+3",
                "@SUM(A1)|\t@SUM(A1)",
                "a=b|a=b",
                "say \"hi\"|\"say \"\"hi\"\"\""
            })
    void makesFormulasText(String value, String cell) {
        assertThat(MetadataCsv.cell(value)).isEqualTo(cell);
    }

    @Test
    void namesTheMostFrequentAttributionFirstAndNobodyLast() throws IOException {
        var writer = new SnapshotWriter();
        for (String by : new String[] {"Anonymous", "Anonymous", "Anonymous", "B", "C", "C", "A"}) {
            writer.add(anImage().published().attribution(by).build());
        }
        try (Snapshot snapshot = writer.finish()) {
            assertThat(MetadataCsv.attributions(snapshot)).isEqualTo("C\n\nA\n\nB\n\nAnonymous");
        }
    }

    @ParameterizedTest
    @CsvSource({"My Collection!,my-collection", "Übung Nº 1,ubung-no-1", "***,collection"})
    void makesFileNamesOfNames(String name, String slug) {
        assertThat(MetadataController.slug(name)).isEqualTo(slug);
    }
}
