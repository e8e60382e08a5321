package org.dermarium.ingest.metadata.cell;

import java.util.Set;
import org.dermarium.dictionary.CellType;

/** How the cell of a field is read. */
public sealed interface FieldType permits Age, Choice, Diameter, Flag, Identifier, Sex, Thickness, WholeNumber {

    /**
     * @param column the field's name, for messages
     * @param cell text without blanks at its ends, never empty; from JSON also a number, a boolean or a structure
     */
    Reading read(String column, Object cell);

    /** @throws IllegalArgumentException for a path, which is read from several cells */
    static FieldType of(CellType cell) {
        return switch (cell.read()) {
            case PATH -> throw new IllegalArgumentException(cell + " is no single cell");
            case AGE -> new Age();
            case SEX -> new Sex();
            case CHOICE -> new Choice(Set.copyOf(cell.values()), cell.anyCase());
            case FLAG -> new Flag();
            case WHOLE_NUMBER -> new WholeNumber();
            case DIAMETER -> new Diameter();
            case THICKNESS -> new Thickness();
            case IDENTIFIER -> new Identifier();
        };
    }
}
