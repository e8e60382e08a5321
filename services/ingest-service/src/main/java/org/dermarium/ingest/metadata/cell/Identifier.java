package org.dermarium.ingest.metadata.cell;

import java.util.Optional;

/** A contributor's own id: any text of bounded length. */
record Identifier() implements FieldType {

    /** Characters; an index holds it. */
    private static final int LONGEST = 255;

    @Override
    public Reading read(String column, Object cell) {
        if (!(cell instanceof String || cell instanceof Number)) {
            return new Reading.Refused("string_type", "Input should be a valid string");
        }
        String id = cell.toString();
        Optional<Reading.Refused> refusal = Cell.refusal(id, LONGEST);
        return refusal.isPresent() ? refusal.get() : new Reading.Value(id);
    }
}
