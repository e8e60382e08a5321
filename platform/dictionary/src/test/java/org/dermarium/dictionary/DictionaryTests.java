package org.dermarium.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dermarium.dictionary.CellType.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTests {

    static Stream<MetadataField> fields() {
        return Dictionary.FIELDS.stream();
    }

    @Test
    void namesEachFieldOnce() {
        assertThat(fields().map(MetadataField::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void explainsEachField(MetadataField field) {
        assertThat(field.label()).isNotBlank();
        assertThat(field.help()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void neitherSearchesNorShowsWhatIsPrivate(MetadataField field) {
        if (field.isPrivate()) {
            assertThat(field.search()).isNull();
            assertThat(field.panel()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void countsEveryValueOnlyWhereValuesAreKnown(MetadataField field) {
        if (field.search() != null
                && field.search().facet() != null
                && field.search().facet().everyValue()) {
            assertThat(field.cell()).isNotNull();
            assertThat(Objects.requireNonNull(field.cell()).read()).isEqualTo(Read.CHOICE);
        }
    }

    @Test
    void keepsTheExactAgePrivate() {
        assertThat(fields().filter(MetadataField::isPrivate).map(MetadataField::name))
                .containsExactly("age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnosis", "anatom_site"})
    void namesEachPathOfATreeOnceAndItsParentBeforeIt(String field) {
        List<List<String>> paths = Paths.of(field);
        assertThat(paths).doesNotHaveDuplicates().allMatch(path -> path.size() <= Paths.LEVELS);
        assertThat(paths)
                .filteredOn(path -> path.size() > 1)
                .allMatch(path -> paths.indexOf(path.subList(0, path.size() - 1)) < paths.indexOf(path));
        assertThat(paths.stream().map(List::getLast)).doesNotHaveDuplicates();
    }

    @Test
    void knowsTheSizesOfTheTrees() {
        assertThat(Paths.of("diagnosis")).hasSize(418);
        assertThat(Paths.of("anatom_site")).hasSize(206);
    }

    @Test
    void namesMelanomasThatTheTreeHas() {
        Set<String> paths = Set.copyOf(Paths.of("diagnosis").stream()
                .map(path -> String.join(":", path))
                .toList());
        assertThat(paths).containsAll(Dictionary.known("diagnosis").melanomas());
    }

    @Test
    void hasTheWholeTextOfEachLicense() {
        assertThat(Dictionary.LICENSES).extracting(License::code).containsExactly("CC-0", "CC-BY", "CC-BY-NC");
        assertThat(Dictionary.LICENSES)
                .allSatisfy(license -> assertThat(license.text()).contains("Creative Commons"));
        assertThat(License.named("cc-0")).isEmpty();
    }
}
