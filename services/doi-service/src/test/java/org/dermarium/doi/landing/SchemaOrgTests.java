package org.dermarium.doi.landing;

import static org.assertj.core.api.Assertions.assertThat;

import org.dermarium.doi.dataset.DataSetBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaOrgTests {

    private final SchemaOrg schemaOrg = new SchemaOrg(Landing.PUBLIC_URL, Landing.addresses());

    @Test
    void saysWhatSearchEnginesForDataSetsRead() {
        var dataSet = DataSetBuilder.published()
                .related("IsDescribedBy", "DOI", "10.1000/paper")
                .related("IsDerivedFrom", "URL", "https://source.example/")
                .build();

        JsonNode json = schemaOrg.describe(dataSet);

        assertThat(json.path("@type").asString()).isEqualTo("Dataset");
        assertThat(json.path("@id").asString()).isEqualTo("https://doi.org/10.5072/dermarium.k3v9x2p7");
        assertThat(json.path("url").asString()).isEqualTo("https://archive.example/doi/10.5072/dermarium.k3v9x2p7/");
        assertThat(json.at("/identifier/value").asString()).isEqualTo("doi:10.5072/dermarium.k3v9x2p7");
        assertThat(json.at("/creator/0/name").asString()).isEqualTo("ViDIR Group");
        assertThat(json.at("/license/0").asString()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(json.path("isAccessibleForFree").asBoolean()).isTrue();
        assertThat(json.at("/includedInDataCatalog/name").asString()).isEqualTo("Dermarium");
        assertThat(json.path("datePublished").asString()).startsWith("2026-11-25");
        assertThat(json.path("version").asString()).isEqualTo("1.0.0");
        assertThat(json.at("/citation/0").asString()).isEqualTo("https://doi.org/10.1000/paper");
        assertThat(json.at("/relatedLink/0").asString()).isEqualTo("https://source.example/");
        assertThat(json.path("keywords")).isNotEmpty();
    }

    @Test
    void saysOfEachFileWhereItIsAndWhatItHashesTo() {
        var dataSet = DataSetBuilder.published().build();

        JsonNode files = schemaOrg.describe(dataSet).path("distribution");

        assertThat(files).hasSize(4).allSatisfy(file -> {
            assertThat(file.path("@type").asString()).isEqualTo("DataDownload");
            assertThat(file.path("contentUrl").asString()).startsWith("https://archive.example/s3/");
            assertThat(file.path("encodingFormat").asString()).contains("/");
            assertThat(file.path("sha256").asString()).hasSize(64);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Short."})
    void fillsUpDescriptionsThatSearchEnginesWouldNotTake(String description) {
        var dataSet = DataSetBuilder.published().description(description).build();

        assertThat(schemaOrg.describe(dataSet).path("description").asString())
                .startsWith(description)
                .hasSizeBetween(50, 5000);
    }

    @Test
    void cutsDescriptionsThatSearchEnginesWouldNotTake() {
        var dataSet =
                DataSetBuilder.published().description("word ".repeat(5000)).build();

        assertThat(schemaOrg.describe(dataSet).path("description").asString()).hasSize(5000);
    }

    @Test
    void cannotEndTheElementItIsEmbeddedIn() {
        var dataSet = DataSetBuilder.published()
                .title("</script><!-- <script> & \u2028")
                .build();

        String embedded = SchemaOrg.embedded(schemaOrg.describe(dataSet));

        assertThat(embedded).doesNotContain("<", ">", "&", "\u2028");
        assertThat(new JsonMapper().readTree(embedded).path("name").asString()).isEqualTo(dataSet.title());
    }
}
