package org.dermarium.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataCsvTests {

    @Test
    void showsEveryColumnThatSomeImageHas() throws IOException {
        var images = List.of(
                DescribedImage.of(anImage(1)
                        .published()
                        .attribution("A, B")
                        .with("melanocytic", true)
                        .ageApprox(0)
                        .build()),
                DescribedImage.of(anImage(2)
                        .published()
                        .license("CC-BY")
                        .with("clin_size_long_diam_mm", "3.50")
                        .build()));
        var overview = new Overview();
        images.forEach(overview::add);
        var out = new ByteArrayOutputStream();

        MetadataCsv.write(overview.columns(), images.stream(), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                isic_id,attribution,copyright_license,age_approx,clin_size_long_diam_mm,melanocytic\r
                ISIC_0000001,"A, B",CC-0,0,,True\r
                ISIC_0000002,Anonymous,CC-BY,,3.50,\r
                """);
        assertThat(overview.count()).isEqualTo(2);
        assertThat(overview.licenses()).containsExactly("CC-0", "CC-BY");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "=1+1|\t=1+1",
                "-3|-3",
                "-30.50|-30.50",
                "-3+2|\t-3+2",
                "-|\t-",
                "-Clinic|\t-Clinic",
                "+3|\t+3",
                "@SUM(A1)|\t@SUM(A1)",
                "a=b|a=b",
                "say \"hi\"|\"say \"\"hi\"\"\""
            })
    void makesFormulasText(String value, String cell) {
        assertThat(MetadataCsv.cell(value)).isEqualTo(cell);
    }

    @Test
    void namesTheMostFrequentAttributionFirstAndNobodyLast() {
        var overview = new Overview();
        for (String by : new String[] {"Anonymous", "Anonymous", "Anonymous", "B", "C", "C", "A"}) {
            overview.add(DescribedImage.of(anImage().published().attribution(by).build()));
        }

        assertThat(overview.attributions()).isEqualTo("C\n\nA\n\nB\n\nAnonymous");
    }
}
