package org.dermarium.ingest.metadata;

/** A contributor's own id: any text. */
record Identifier() implements FieldType {

    @Override
    public Reading read(String column, Object cell) {
        if (!(cell instanceof String || cell instanceof Number)) {
            return new Reading.Refused("string_type", "Input should be a valid string");
        }
        String id = cell.toString();
        return Cell.hasNul(id) ? new Reading.Refused("nul_character", Cell.NUL_REFUSED) : new Reading.Value(id);
    }
}
