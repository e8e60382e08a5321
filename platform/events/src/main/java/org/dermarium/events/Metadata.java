package org.dermarium.events;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dermarium.dictionary.CellType;
import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.MetadataField;
import org.dermarium.dictionary.MetadataField.Section;
import org.jspecify.annotations.Nullable;

/**
 * The published metadata of an image by field name: text, whole numbers and booleans; measurements as decimal text
 * ("3.50"). Fields without a value are absent. Ids are the public ones.
 */
public record Metadata(@JsonValue SortedMap<String, Object> fields) {

    private static final int PLACES = 2;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Set<CellType.Read> MEASURED = Set.of(CellType.Read.DIAMETER, CellType.Read.THICKNESS);

    private static final Set<String> ACQUISITION = Dictionary.FIELDS.stream()
            .filter(field -> field.section() == Section.ACQUISITION)
            .map(MetadataField::name)
            .collect(toUnmodifiableSet());

    private static final Set<String> MEASUREMENTS = Dictionary.FIELDS.stream()
            .filter(field ->
                    field.cell() != null && MEASURED.contains(field.cell().read()))
            .map(MetadataField::name)
            .collect(toUnmodifiableSet());

    public static final Metadata NONE = new Metadata(new TreeMap<>());

    /** Measurements have one form, whatever form they were written or sent in. */
    public Metadata {
        var all = new TreeMap<>(fields);
        MEASUREMENTS.forEach(field -> all.computeIfPresent(field, (name, value) -> measurement(value)));
        fields = Collections.unmodifiableSortedMap(all);
    }

    @JsonCreator
    static Metadata of(Map<String, Object> fields) {
        return new Metadata(new TreeMap<>(fields));
    }

    public @Nullable Object get(String field) {
        return fields.get(field);
    }

    public @Nullable String text(String field) {
        Object value = fields.get(field);
        return value == null ? null : value.toString();
    }

    /** How the picture was taken. */
    public SortedMap<String, Object> acquisition() {
        return matching(true);
    }

    /** What it shows and whom it was taken of. */
    public SortedMap<String, Object> clinical() {
        return matching(false);
    }

    private static Object measurement(Object value) {
        return value instanceof String text && DECIMAL.matcher(text).matches()
                ? decimal(new BigDecimal(text)).toPlainString()
                : value;
    }

    private static BigDecimal decimal(BigDecimal number) {
        return number.setScale(Math.max(PLACES, number.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }

    private SortedMap<String, Object> matching(boolean acquisition) {
        var chosen = new TreeMap<String, Object>();
        fields.forEach((name, value) -> {
            if (ACQUISITION.contains(name) == acquisition) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }
}
