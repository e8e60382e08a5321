package org.dermarium.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dermarium.ingest.problem.MetadataProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataRowTests {

    @ParameterizedTest
    @CsvSource({
        "1_0, 10",
        "007, 7",
        "54.0, 54",
        "85+, 85",
        "99999999999999999999999, 85",
    })
    void readsAgeAsPeopleWriteIt(String written, int years) {
        assertThat(parse("age", written).fields()).containsEntry("age", years);
    }

    @ParameterizedTest
    @CsvSource({
        "age, -99999999999999999999, greater_than_equal",
        "age, 1., int_parsing",
        "age, 1__0, int_parsing",
        "acquisition_day, 99999999999, int_parsing",
        "clin_size_long_diam_mm, 123456, decimal_max_digits",
        "clin_size_long_diam_mm, 1e999999, decimal_max_digits",
        "clin_size_long_diam_mm, infmm, finite_number",
        "mel_thick_mm, 1.2.3mm, value_error",
        "mel_thick_mm, 1234.5, decimal_whole_digits",
        "melanocytic, 1.0, bool_parsing",
        "diagnosis, 'benign', unknown_hierarchical_value",
    })
    void refusesWithTheKindOfProblem(String column, String written, String code) {
        assertThat(parse(column, written).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(column));
    }

    @Test
    void showsNoMoreOfAValueThanHelps() {
        String message = parse("image_type", "x\u0007".repeat(10_000))
                .problems()
                .getFirst()
                .message();
        assertThat(message).hasSizeLessThan(150).doesNotContain("\u0007");
    }

    @Test
    void suggestsNearSpellingsOfNames() {
        assertThat(parse("diagnosis", "blue nevis").problems().getFirst().message())
                .startsWith("Unknown diagnosis 'blue nevis'. Did you mean 'Blue nevus'");
    }

    @Test
    void refusesNulInWhateverIsKeptAsText() {
        assertThat(parse("patient_id", "a\0b").problems()).hasSize(1);
        assertThat(parse("anything", "a\0b").problems()).hasSize(1);
    }

    @Test
    void trimsNoBreakSpaces() {
        assertThat(parse("sex", "\u00a0male\u00a0").fields()).containsEntry("sex", "male");
    }

    @Test
    void replacesAStoredPathAsAWhole() {
        var stored = new TreeMap<>(MetadataRow.parse(Map.of("diagnosis", "Blue nevus", "sex", "male"))
                .fields());
        assertThat(parse("diagnosis", "Malignant").over(stored))
                .containsOnly(Map.entry("diagnosis_1", "Malignant"), Map.entry("sex", "male"));
        assertThat(parse("age", "50").over(stored)).containsKey("diagnosis_4").containsEntry("age", 50);
    }

    @Test
    void checksStoredFieldsAgainstEachOther() {
        var fields = new TreeMap<String, Object>(Map.of("mel_ulcer", true, "diagnosis_1", "Benign"));
        assertThat(MetadataRow.check(fields))
                .extracting(MetadataProblem::code)
                .isEqualTo(List.of("incompatible_fields"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 5", "7, 5", "8, 10", "82, 80", "83, 85", "85, 85"})
    void publishesTheNearestFiveYears(int age, int published) {
        assertThat(MetadataRow.approximateAge(age)).isEqualTo(published);
    }

    @Test
    void readsWhatStaffMayKeep() {
        ArchiveColumns kept = ArchiveColumns.parse(Map.of(
                "isic_id", " ISIC_0000001 ",
                "public_lesion_id", "IL_12",
                "copyright_license", "CC-BY-ND",
                "public", "0"));
        assertThat(kept.isicId()).isEqualTo("ISIC_0000001");
        assertThat(kept.isPublic()).isFalse();
        assertThat(kept.problems())
                .extracting(MetadataProblem::column)
                .containsExactly("public_lesion_id", "copyright_license");
    }

    private static Parsed parse(String column, String written) {
        return MetadataRow.parse(Map.of(column, written));
    }
}
