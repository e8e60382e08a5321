package org.dermarium.doi.landing;

import static org.assertj.core.api.Assertions.assertThat;

import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.LicenseShare;
import org.dermarium.doi.dataset.DataSetBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandingPageTests {

    private static final String EVIL = "<script>alert('x')</script>\" onload=\"x";

    @Test
    void tellsPeopleWhatTheyComeFor() {
        var dataSet = DataSetBuilder.published()
                .related("IsDescribedBy", "DOI", "10.1000/paper")
                .build();

        String html = Landing.html(dataSet);

        assertThat(html)
                .contains("<h1>Naevi of the trunk</h1>", "ViDIR Group; Anonymous", "version 1.0.0")
                .contains("25 November 2026", "<dt>images</dt><dd>200</dd>", "<dt>lesions</dt><dd>120</dd>")
                .contains("<p>Dermoscopic photographs of naevi, taken at two centres.</p>")
                .contains("Attribution 4.0 International (CC-BY)", "naming the source")
                .contains("Described by", "href=\"https://doi.org/10.1000/paper\"")
                .contains("href=\"/collections/17\"");
        for (DataFile file : dataSet.files()) {
            assertThat(html)
                    .contains(
                            file.name(),
                            file.sha256(),
                            Labels.bytes(file.size()),
                            "/s3/dermarium-public/" + file.key());
        }
    }

    @Test
    void takesNothingThatPeopleWroteForMarkup() {
        var dataSet = DataSetBuilder.published()
                .title(EVIL)
                .description(EVIL)
                .creators(EVIL, EVIL)
                .licenses(new LicenseShare(EVIL, 1))
                .related(EVIL, EVIL, EVIL)
                .related("IsCitedBy", "URL", "javascript:alert(1)")
                .build();

        String html = Landing.html(dataSet);

        assertThat(html).doesNotContain("<script>alert", "\" onload=\"", "href=\"javascript");
        assertThat(html.split("</script>", -1)).as("theme and linked data").hasSize(3);
    }

    @Test
    void namesFewCreatorsInItsHeadAndTheRestBelow() {
        String html = Landing.html(DataSetBuilder.published().manyCreators(30).build());

        assertThat(html)
                .contains(
                        "Clinic 1; Clinic 2; Clinic 3; Clinic 4; and 26 more",
                        "<summary>22 more</summary>",
                        "Clinic 30");
    }

    @Test
    void saysThatDemonstrationDoiIsNotKnownElsewhere() {
        assertThat(Landing.html(DataSetBuilder.published().build())).contains("A DOI for demonstration");
        assertThat(Landing.html(
                        DataSetBuilder.published().doi("10.34970/k3v9x2p7").build()))
                .doesNotContain("A DOI for demonstration");
    }

    @Test
    void leavesOutWhatThereIsNot() {
        String html = Landing.html(DataSetBuilder.draft().description(" ").build());

        assertThat(html).contains("None was given.").doesNotContain("id=\"related\"", "Download all");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1 kB",
        "48211, 48.2 kB",
        "999999, 1 MB",
        "52428800, 52.4 MB",
        "3200000000, 3.2 GB"
    })
    void writesSizesForPeople(long bytes, String written) {
        assertThat(Labels.bytes(bytes)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "IsDescribedBy, Described by",
        "References, References",
        "IsNewVersionOf, New version of",
        "Is, Is",
        "HasPart, Has part"
    })
    void writesRelationsForPeople(String type, String written) {
        assertThat(Labels.relation(type)).isEqualTo(written);
    }
}
