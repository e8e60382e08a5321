package org.dermarium.catalog.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataControllerTests {

    @ParameterizedTest
    @CsvSource({"My Collection!,my-collection", "Übung Nº 1,ubung-no-1", "***,collection"})
    void makesFileNamesOfNames(String name, String slug) {
        assertThat(MetadataController.slug(name)).isEqualTo(slug);
    }
}
