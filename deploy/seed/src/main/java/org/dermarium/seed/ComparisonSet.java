package org.dermarium.seed;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dermarium.seed.load.Csv;
import org.dermarium.seed.load.Painted;
import org.dermarium.seed.load.Picture;
import org.dermarium.seed.load.SeedFailed;

/** The rows behind the recorded answers of the reference archive, in the order in which it published them. */
final class ComparisonSet {

    /** Columns that say how to load a row and are no metadata of it. */
    private static final Set<String> ABOUT =
            Set.of("i", "filename", "pixels_x", "pixels_y", "cohort", "blob_size", "thumbnail_size", "skin_tone_class");

    private ComparisonSet() {}

    /** @param cohort 0 or 1 */
    record Row(int index, int cohort, boolean isPublic, Picture picture) {}

    static List<Row> read(Path file) {
        var patients = new GrowingIds("IP_");
        var cases = new GrowingIds("IRCM_");
        return Csv.read(file).stream().map(cells -> row(cells, patients, cases)).toList();
    }

    private static Row row(Map<String, String> cells, GrowingIds patients, GrowingIds cases) {
        var metadata = new LinkedHashMap<>(cells);
        metadata.keySet().removeAll(ABOUT);
        metadata.put("public_lesion_id", cell(cells, "lesion_id"));
        metadata.put("public_patient_id", patients.of(cell(cells, "cohort"), cell(cells, "patient_id")));
        metadata.put("public_rcm_case_id", cases.of(cell(cells, "cohort"), cell(cells, "rcm_case_id")));
        int index = Integer.parseInt(cell(cells, "i"));
        var bytes = Painted.sized(
                index,
                Painted.fitzpatrick(cell(cells, "fitzpatrick_skin_type")),
                cell(cells, "image_type").equals("dermoscopic"),
                cell(cells, "diagnosis").contains("arcinoma"),
                Integer.parseInt(cell(cells, "pixels_x")),
                Integer.parseInt(cell(cells, "pixels_y")));
        return new Row(
                index,
                Integer.parseInt(cell(cells, "cohort")),
                cell(cells, "public").equals("1"),
                new Picture(cell(cells, "filename"), bytes, metadata));
    }

    private static String cell(Map<String, String> cells, String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new SeedFailed("the comparison set has no column " + column);
        }
        return cell;
    }
}
