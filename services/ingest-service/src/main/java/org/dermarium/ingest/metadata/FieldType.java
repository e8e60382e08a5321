package org.dermarium.ingest.metadata;

/** How the cell of a field is read. */
sealed interface FieldType permits Age, Choice, Diameter, Flag, Identifier, Sex, Thickness, WholeNumber {

    /**
     * @param column the field's name, for messages
     * @param cell text without blanks at its ends, never empty; from JSON also a number, a boolean or a structure
     */
    Reading read(String column, Object cell);
}
