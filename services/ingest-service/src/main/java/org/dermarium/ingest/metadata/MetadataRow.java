package org.dermarium.ingest.metadata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.dermarium.ingest.metadata.cell.Cell;
import org.dermarium.ingest.metadata.field.Field;
import org.dermarium.ingest.metadata.field.Fields;
import org.dermarium.ingest.metadata.field.Findings;
import org.dermarium.ingest.problem.MetadataProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of one image. Nothing is required: an empty row is valid. Every field is read by itself; only when
 * all are good are the rules between fields tried, and the first broken one is reported.
 */
public final class MetadataRow {

    /** Columns that say which image a row is about, and so are neither fields nor unstructured. */
    static final Set<String> RESERVED = Set.of("filename", "isic_id");

    private MetadataRow() {}

    /** @param cells column name to text, or to a number, boolean or null when they come from JSON */
    public static Parsed parse(Map<String, ?> cells) {
        return parse(cells, RESERVED);
    }

    /** @param apart columns that another reader takes care of */
    static Parsed parse(Map<String, ?> cells, Set<String> apart) {
        var findings = new Findings();
        for (Field field : Fields.IN_ORDER) {
            field.read(cells, findings);
        }
        for (Map.Entry<String, ?> cell : cells.entrySet()) {
            if (isUnstructured(cell.getKey(), apart)) {
                findings.putAside(cell.getKey(), cell.getValue());
            }
        }
        if (findings.problems.isEmpty()) {
            RowRule.firstBroken(findings.fields).ifPresent(findings.problems::add);
        }
        return new Parsed(findings.fields, findings.unstructured, findings.problems);
    }

    /** The rules between fields over fields that are already read, as after {@link Parsed#over}. */
    public static List<MetadataProblem> check(SortedMap<String, Object> fields) {
        return RowRule.firstBroken(fields).stream().toList();
    }

    /** The trimmed text of a column, empty when the row does not have it. */
    public static String text(Map<String, String> cells, String column) {
        return Cell.trimmed(cells.getOrDefault(column, ""));
    }

    /** The age that may be published: the nearest multiple of five years. */
    public static int approximateAge(int age) {
        return (age + 2) / 5 * 5;
    }

    public static boolean isUnstructured(@Nullable String column, Set<String> apart) {
        return column != null && !Fields.COLUMNS.contains(column) && !apart.contains(column);
    }
}
