package org.dermarium.query;

import static org.dermarium.query.SearchField.Type.BOOL;
import static org.dermarium.query.SearchField.Type.NUMBER;
import static org.dermarium.query.SearchField.Type.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that a query can name, in the order in which facets are shown. */
public enum SearchField {
    ISIC_ID(TEXT, new Facet.None()),
    PUBLIC(BOOL, new Facet.None()),
    BLURRY(BOOL, Limits.SHORT),
    HAIRY(BOOL, Limits.SHORT),
    MARKER_PEN(BOOL, Limits.SHORT),
    PERSONAL_HX_MM(BOOL, Limits.SHORT),
    FAMILY_HX_MM(BOOL, Limits.SHORT),
    MELANOCYTIC(BOOL, Limits.SHORT),
    MEL_ULCER(BOOL, Limits.SHORT),
    CONCOMITANT_BIOPSY(BOOL, Limits.SHORT),
    SEX(TEXT, Limits.SHORT),
    DIAGNOSIS_CONFIRM_TYPE(TEXT, Limits.SHORT),
    IMAGE_TYPE(
            TEXT,
            new Facet.Enumerated(List.of(
                    "dermoscopic",
                    "clinical: overview",
                    "clinical: close-up",
                    "TBP tile: close-up",
                    "TBP tile: overview",
                    "RCM: macroscopic",
                    "RCM: tile",
                    "RCM: mosaic"))),
    DERMOSCOPIC_TYPE(TEXT, Limits.SHORT),
    TBP_TILE_TYPE(TEXT, Limits.SHORT),
    MEL_MITOTIC_INDEX(TEXT, Limits.SHORT),
    ANATOM_SITE_SPECIAL(TEXT, Limits.SHORT),
    COLOR_TINT(TEXT, Limits.SHORT),
    PATIENT_ID(TEXT, Limits.SHORT),
    LESION_ID(TEXT, Limits.SHORT),
    RCM_CASE_ID(TEXT, Limits.SHORT),
    IMAGE_MANIPULATION(TEXT, Limits.SHORT),
    FITZPATRICK_SKIN_TYPE(TEXT, new Facet.Alphabetical(10)),
    CLIN_SIZE_LONG_DIAM_MM(NUMBER, new Facet.Steps(10, 0, 100)),
    DIAGNOSIS_1(TEXT, Limits.LONG),
    DIAGNOSIS_2(TEXT, Limits.LONG),
    DIAGNOSIS_3(TEXT, Limits.LONG),
    DIAGNOSIS_4(TEXT, Limits.LONG),
    DIAGNOSIS_5(TEXT, Limits.LONG),
    ANATOM_SITE_1(TEXT, Limits.LONG),
    ANATOM_SITE_2(TEXT, Limits.LONG),
    ANATOM_SITE_3(TEXT, Limits.LONG),
    ANATOM_SITE_4(TEXT, Limits.LONG),
    ANATOM_SITE_5(TEXT, Limits.LONG),
    MEL_THICK_MM(NUMBER, new Facet.Ranges(0.5, 5)),
    AGE_APPROX(NUMBER, new Facet.Steps(5, 0, 85)),
    COPYRIGHT_LICENSE(TEXT, Limits.SHORT);

    /** What the values of a field are. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOL
    }

    private static final Map<String, SearchField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SearchField::fieldName, Function.identity()));

    private final Type type;
    private final Facet facet;

    SearchField(Type type, Facet facet) {
        this.type = type;
        this.facet = facet;
    }

    /** The field with exactly this name, case included. */
    public static Optional<SearchField> named(String fieldName) {
        return Optional.ofNullable(BY_NAME.get(fieldName));
    }

    /** The name in queries, facets and metadata. */
    public String fieldName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Type type() {
        return type;
    }

    public Facet facet() {
        return facet;
    }

    /** Whether any image can have a value; the others are fields of old clients whose queries must still be answered. */
    public boolean isCollected() {
        return this != BLURRY && this != HAIRY && this != MARKER_PEN && this != COLOR_TINT;
    }

    /** Constants of an enum cannot refer to its own static fields. */
    private static final class Limits {
        static final Facet SHORT = new Facet.Frequent(10);
        static final Facet LONG = new Facet.Frequent(100);
    }
}
