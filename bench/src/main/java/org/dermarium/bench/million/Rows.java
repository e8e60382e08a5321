package org.dermarium.bench.million;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dermarium.dictionary.Dictionary;

/** The images of a real set, whose distributions the many copies have. */
final class Rows {

    /** A path of the tree of diagnoses or sites has so many levels. */
    private static final int LEVELS = 5;

    private static final int AGE_STEP = 5;
    private static final Set<String> PATHS = Set.of("diagnosis", "anatom_site");
    private static final Set<String> IDS = Set.of("lesion_id", "patient_id", "rcm_case_id");
    private static final Set<String> NOT_METADATA = Set.of("isic_id", "public", "copyright_license", "attribution");

    private final Map<String, Map<String, List<String>>> paths = new HashMap<>();
    private final List<Row> all = new ArrayList<>();

    /**
     * One image of the set.
     *
     * @param metadata with the numbers of {@code ids} missing
     * @param ids by field, such as the lesion's: numbers that are the same for what is the same
     */
    record Row(
            int cohort,
            boolean isPublic,
            String license,
            String attribution,
            int width,
            int height,
            long size,
            SortedMap<String, Object> metadata,
            Map<String, Integer> ids) {}

    /** @param folder with {@code comparison-set.csv}, {@code isic-dx.csv} and {@code anatom-site.csv} */
    static List<Row> read(Path folder) throws IOException {
        var rows = new Rows();
        rows.paths.put("diagnosis", levels(folder.resolve("isic-dx.csv")));
        rows.paths.put("anatom_site", levels(folder.resolve("anatom-site.csv")));
        Map<String, Integer> numbers = new HashMap<>();
        try (Stream<NamedCsvRecord> records = records(folder.resolve("comparison-set.csv"))) {
            records.forEach(record -> rows.all.add(rows.row(record, numbers)));
        }
        return rows.all;
    }

    private Row row(NamedCsvRecord record, Map<String, Integer> numbers) {
        SortedMap<String, Object> metadata = new TreeMap<>();
        Map<String, Integer> ids = new HashMap<>();
        String cohort = record.getField("cohort");
        record.getFieldsAsMap().forEach((field, cell) -> {
            if (cell.isEmpty() || NOT_METADATA.contains(field)) {
                return;
            }
            if (IDS.contains(field)) {
                ids.put(field, numbers.computeIfAbsent(field + cohort + cell, id -> numbers.size() + 1));
            } else if (PATHS.contains(field)) {
                List<String> levels = paths.getOrDefault(field, Map.of()).getOrDefault(cell, List.of(cell));
                for (int i = 0; i < levels.size(); i++) {
                    metadata.put(field + "_" + (i + 1), levels.get(i));
                }
            } else if (field.equals("age")) {
                metadata.put("age_approx", Math.round(Integer.parseInt(cell) / (float) AGE_STEP) * AGE_STEP);
            } else if (Dictionary.named(field).isPresent()) {
                metadata.put(field, value(field, cell));
            }
        });
        return new Row(
                Integer.parseInt(cohort),
                record.getField("public").equals("1"),
                record.getField("copyright_license"),
                record.getField("attribution"),
                Integer.parseInt(record.getField("pixels_x")),
                Integer.parseInt(record.getField("pixels_y")),
                Long.parseLong(record.getField("blob_size")),
                metadata,
                ids);
    }

    private static Object value(String field, String cell) {
        return switch (field) {
            case "acquisition_day" -> Integer.valueOf(cell);
            case "clin_size_long_diam_mm", "mel_thick_mm" ->
                new BigDecimal(cell).setScale(2).toPlainString();
            default -> cell.equals("true") || cell.equals("false") ? Boolean.valueOf(cell) : cell;
        };
    }

    /** Each term of a tree with the whole way to it. */
    private static Map<String, List<String>> levels(Path tree) throws IOException {
        Map<String, List<String>> paths = new HashMap<>();
        try (Stream<NamedCsvRecord> records = records(tree)) {
            records.forEach(record -> {
                List<String> way = record.getFieldsAsMap().entrySet().stream()
                        .filter(e -> e.getKey().matches(".*_[1-" + LEVELS + "]")
                                && !e.getValue().isEmpty())
                        .map(Map.Entry::getValue)
                        .toList();
                paths.putIfAbsent(way.getLast(), way);
            });
        }
        return paths;
    }

    private static Stream<NamedCsvRecord> records(Path file) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(file).stream();
    }
}
