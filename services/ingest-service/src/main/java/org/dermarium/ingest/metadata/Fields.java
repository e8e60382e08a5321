package org.dermarium.ingest.metadata;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import org.dermarium.dictionary.CellType;
import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.MetadataField;

/** The fields of the dictionary that a row can give, in the order in which their problems are told (ISIC metadata 6.1). */
final class Fields {

    static final String IMAGE_TYPE = "image_type";
    static final String CONFIRM_TYPE = "diagnosis_confirm_type";
    static final String HISTOPATHOLOGY = "histopathology";

    static final List<Field> IN_ORDER = Dictionary.FIELDS.stream()
            .flatMap(field -> Asked.of(field).stream())
            .sorted(comparingInt(Asked::place))
            .map(asked -> field(asked.name, asked.cell))
            .toList();

    /** Every column that a field is read from. */
    static final Set<String> COLUMNS =
            IN_ORDER.stream().flatMap(field -> field.columns().stream()).collect(toUnmodifiableSet());

    private Fields() {}

    private record Asked(String name, CellType cell) {

        int place() {
            return cell.place();
        }

        static List<Asked> of(MetadataField field) {
            CellType cell = field.cell();
            return cell == null ? List.of() : List.of(new Asked(field.name(), cell));
        }
    }

    private static Field field(String name, CellType cell) {
        return switch (cell.read()) {
            case PATH -> new TreeField(name, requireNonNullElse(cell.noun(), name), Tree.of(name));
            case AGE -> new ColumnField(name, new Age());
            case SEX -> new ColumnField(name, new Sex());
            case CHOICE -> new ColumnField(name, new Choice(Set.copyOf(cell.values()), cell.anyCase()));
            case FLAG -> new ColumnField(name, new Flag());
            case WHOLE_NUMBER -> new ColumnField(name, new WholeNumber());
            case DIAMETER -> new ColumnField(name, new Diameter());
            case THICKNESS -> new ColumnField(name, new Thickness());
            case IDENTIFIER -> new ColumnField(name, new Identifier());
        };
    }
}
