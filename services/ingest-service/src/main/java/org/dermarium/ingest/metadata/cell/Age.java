package org.dermarium.ingest.metadata.cell;

/** Years of life. Everybody over 85 is recorded as 85, since the few who are older could be recognised. */
record Age() implements FieldType {

    private static final int OLDEST = 85;
    private static final Reading NEGATIVE =
            new Reading.Refused("greater_than_equal", "Number must be greater than or equal to 0.");

    @Override
    public Reading read(String column, Object cell) {
        if (cell.equals("85+")) {
            return new Reading.Value(OLDEST);
        }
        return switch (WholeNumber.exact(cell)) {
            case Reading.Value(Long years) when years < 0 -> NEGATIVE;
            case Reading.Value(Long years) -> new Reading.Value((int) Math.min(years, OLDEST));
            case Reading other -> other;
        };
    }
}
