package org.dermarium.ingest.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.License;
import org.dermarium.input.OneOf;
import org.junit.jupiter.api.Test;

class CohortInTests {

    @Test
    void takesTheLicensesOfTheDictionary() throws Exception {
        var licenses =
                CohortIn.class.getDeclaredField("defaultCopyrightLicense").getAnnotation(OneOf.class);

        assertThat(licenses.value())
                .containsExactlyElementsOf(
                        Dictionary.LICENSES.stream().map(License::code).toList());
    }
}
