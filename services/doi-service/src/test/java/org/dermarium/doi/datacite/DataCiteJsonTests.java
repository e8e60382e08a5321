package org.dermarium.doi.datacite;

import static org.assertj.core.api.Assertions.assertThat;

import org.dermarium.doi.dataset.DataSet.LicenseShare;
import org.dermarium.doi.dataset.DataSetBuilder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataCiteJsonTests {

    private static final String PAGE = "https://archive.example/doi/10.5072/dermarium.k3v9x2p7/";

    @Test
    void saysAllThatKernelFourAsksFor() {
        var dataSet = DataSetBuilder.published()
                .licenses(new LicenseShare("CC-BY", 150), new LicenseShare("CC-0", 50))
                .related("IsDescribedBy", "DOI", "10.1000/paper")
                .build();

        assertThat(DataCiteJson.attributes(dataSet, PAGE)).isEqualTo(json("""
                {
                  "doi": "10.5072/dermarium.k3v9x2p7",
                  "identifiers": [{"identifierType": "DOI", "identifier": "10.5072/dermarium.k3v9x2p7"}],
                  "titles": [{"title": "Naevi of the trunk"}],
                  "descriptions": [{
                    "description": "Dermoscopic photographs of naevi, taken at two centres.\\n\\nEach lesion was followed for a year.",
                    "descriptionType": "Abstract"}],
                  "creators": [
                    {"name": "ViDIR Group", "nameType": "Organizational"},
                    {"name": "Anonymous", "nameType": "Organizational"}],
                  "publisher": "Dermarium",
                  "publicationYear": 2026,
                  "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Collection of images"},
                  "subjects": [
                    {"subject": "Dermatology"}, {"subject": "Dermoscopy"}, {"subject": "Skin lesions"},
                    {"subject": "Medical imaging"},
                    {"subject": "FOS: Clinical medicine", "subjectScheme": "Fields of Science and Technology (FOS)"}],
                  "rightsList": [
                    {"rights": "Attribution 4.0 International",
                     "rightsUri": "https://creativecommons.org/licenses/by/4.0/",
                     "rightsIdentifier": "CC-BY-4.0", "rightsIdentifierScheme": "SPDX",
                     "schemeUri": "https://spdx.org/licenses/"},
                    {"rights": "CC0 1.0 Universal",
                     "rightsUri": "https://creativecommons.org/publicdomain/zero/1.0/",
                     "rightsIdentifier": "CC0-1.0", "rightsIdentifierScheme": "SPDX",
                     "schemeUri": "https://spdx.org/licenses/"}],
                  "relatedIdentifiers": [
                    {"relatedIdentifier": "10.1000/paper", "relatedIdentifierType": "DOI", "relationType": "IsDescribedBy"}],
                  "sizes": ["200 images", "52618867 bytes"],
                  "formats": ["application/zip", "text/csv", "text/plain", "application/pdf"],
                  "dates": [
                    {"date": "2026-11-25", "dateType": "Issued"}, {"date": "2026-11-25", "dateType": "Available"}],
                  "version": "1.0.0",
                  "url": "https://archive.example/doi/10.5072/dermarium.k3v9x2p7/",
                  "schemaVersion": "http://datacite.org/schema/kernel-4"
                }
                """));
    }

    @Test
    void keepsOrderOfCreatorsWithAnonymousLast() {
        var dataSet = DataSetBuilder.published()
                .creators("Zürich", "Aachen", "Anonymous")
                .build();

        assertThat(DataCiteJson.attributes(dataSet, PAGE).path("creators"))
                .extracting(creator -> creator.path("name").asString(""))
                .containsExactly("Zürich", "Aachen", "Anonymous");
    }

    @Test
    void namesAnonymousWhenNobodyElseIs() {
        var json = DataCiteJson.attributes(DataSetBuilder.draft().creators().build(), PAGE);

        assertThat(json.at("/creators/0/name").asString()).isEqualTo("Anonymous");
    }

    @Test
    void saysNothingOfDraftThatIsNotKnownYet() {
        var json =
                DataCiteJson.attributes(DataSetBuilder.draft().description(" ").build(), PAGE);

        assertThat(json.has("dates")).isFalse();
        assertThat(json.path("descriptions")).isEmpty();
        assertThat(json.path("relatedIdentifiers")).isEmpty();
        assertThat(json.has("relatedIdentifiers")).isTrue();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
