package org.dermarium.ingest.metadata.field;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import org.dermarium.dictionary.CellType;
import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.MetadataField;
import org.dermarium.ingest.metadata.cell.FieldType;

/** The fields of the dictionary that a row can give, in the order in which their problems are listed (ISIC metadata 6.1). */
public final class Fields {

    public static final String IMAGE_TYPE = "image_type";
    public static final String CONFIRM_TYPE = "diagnosis_confirm_type";
    public static final String HISTOPATHOLOGY = "histopathology";

    public static final List<Field> IN_ORDER = Dictionary.FIELDS.stream()
            .flatMap(field -> Asked.of(field).stream())
            .sorted(comparingInt(Asked::place))
            .map(asked -> field(asked.name, asked.cell))
            .toList();

    /** Every column that a field is read from. */
    public static final Set<String> COLUMNS =
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
        return cell.read() == CellType.Read.PATH
                ? new TreeField(name, requireNonNullElse(cell.noun(), name), Tree.of(name))
                : new ColumnField(name, FieldType.of(cell));
    }
}
