package org.dermarium.ingest.metadata;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;

/** The data dictionary: every field in the order in which problems are told (ISIC metadata 6.1). */
final class Fields {

    static final String IMAGE_TYPE = "image_type";
    static final String CONFIRM_TYPE = "diagnosis_confirm_type";
    static final String HISTOPATHOLOGY = "histopathology";

    static final List<Field> IN_ORDER = List.of(
            field("age", new Age()),
            field("sex", new Sex()),
            field(
                    "anatom_site_special",
                    Choice.of(
                            "acral NOS",
                            "nail NOS",
                            "fingernail",
                            "toenail",
                            "acral palms or soles",
                            "oral or genital")),
            new TreeField("anatom_site", "anatomic site", Tree.SITES),
            new TreeField("diagnosis", "diagnosis", Tree.DIAGNOSES),
            field(
                    CONFIRM_TYPE,
                    Choice.anyCase(
                            HISTOPATHOLOGY,
                            "serial imaging showing no change",
                            "single image expert consensus",
                            "confocal microscopy with consensus dermoscopy",
                            "single contributor clinical assessment")),
            field("personal_hx_mm", new Flag()),
            field("family_hx_mm", new Flag()),
            field("clin_size_long_diam_mm", new Diameter()),
            field("fitzpatrick_skin_type", Choice.of("I", "II", "III", "IV", "V", "VI")),
            field("melanocytic", new Flag()),
            field("concomitant_biopsy", new Flag()),
            field(
                    "mel_mitotic_index",
                    Choice.anyCase("0/mm^2", "<1/mm^2", "1/mm^2", "2/mm^2", "3/mm^2", "4/mm^2", ">4/mm^2")),
            field("mel_thick_mm", new Thickness()),
            field("mel_ulcer", new Flag()),
            field("patient_id", new Identifier()),
            field("lesion_id", new Identifier()),
            field("acquisition_day", new WholeNumber()),
            field("image_manipulation", Choice.of("instrument only", "altered", "synthetic")),
            field(
                    IMAGE_TYPE,
                    Choice.of(
                            "dermoscopic",
                            "clinical: overview",
                            "clinical: close-up",
                            "TBP tile: close-up",
                            "TBP tile: overview",
                            "RCM: macroscopic",
                            "RCM: tile",
                            "RCM: mosaic")),
            field("dermoscopic_type", Choice.of("contact polarized", "contact non-polarized", "non-contact polarized")),
            field("tbp_tile_type", Choice.of("3D: white", "3D: XP", "2D")),
            field("rcm_case_id", new Identifier()));

    /** Every column that a field is read from. */
    static final Set<String> COLUMNS =
            IN_ORDER.stream().flatMap(field -> field.columns().stream()).collect(toUnmodifiableSet());

    private Fields() {}

    private static Field field(String name, FieldType type) {
        return new ColumnField(name, type);
    }
}
