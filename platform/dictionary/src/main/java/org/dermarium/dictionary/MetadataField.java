package org.dermarium.dictionary;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of the metadata.
 *
 * @param name in tables, queries, facets and answers
 * @param label for people, up to a few words
 * @param help one or two sentences for people
 * @param unit of numbers, or null
 * @param section where published metadata show it
 * @param isPrivate the value never leaves the contributor's cohort
 * @param isRetired no image has a value; queries of old clients may name it
 * @param cell how it is read from a table; null when contributors cannot give it
 * @param search how it is searched and counted; null when it is not
 * @param panel where the gallery offers its facet; null when it does not
 * @param formerValues values of old clients' queries, with what they are called now
 * @param valueLabels values that people read in other words
 * @param melanomas paths of a tree below which, themselves included, everything is a melanoma
 */
public record MetadataField(
        String name,
        String label,
        String help,
        @Nullable String unit,
        Section section,
        @JsonProperty("private") boolean isPrivate,
        @JsonProperty("retired") boolean isRetired,
        @Nullable CellType cell,
        @Nullable Search search,
        @Nullable Panel panel,
        Map<String, String> formerValues,
        Map<String, String> valueLabels,
        List<String> melanomas) {

    /** The two parts of published metadata. */
    public enum Section {
        /** How the picture was taken. */
        @JsonProperty("acquisition")
        ACQUISITION,
        /** What it shows and whom it was taken of. */
        @JsonProperty("clinical")
        CLINICAL
    }

    /**
     * @param group heading in the gallery
     * @param place among all facets; 0 for the end
     */
    public record Panel(String group, int place) {}

    /** What the file leaves out is empty; Jackson gives null for it. */
    public MetadataField {
        section = requireNonNullElse(section, Section.CLINICAL);
        formerValues = Map.copyOf(requireNonNullElse(formerValues, Map.of()));
        valueLabels = Map.copyOf(requireNonNullElse(valueLabels, Map.of()));
        melanomas = List.copyOf(requireNonNullElse(melanomas, List.of()));
    }
}
