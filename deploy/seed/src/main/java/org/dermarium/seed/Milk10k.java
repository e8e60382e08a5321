package org.dermarium.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dermarium.seed.load.Csv;
import org.dermarium.seed.load.Painted;
import org.dermarium.seed.load.Picture;
import org.dermarium.seed.load.SeedFailed;

/**
 * The MILK10k data set: real metadata of 10,480 images of 5,240 lesions, without its photographs. The pictures are
 * painted, but for those found beside it as {@code images/ham10000/ISIC_*.jpg}.
 */
final class Milk10k {

    /** Columns that are fields of the archive; all others go along as they are and stay with the contributor. */
    private static final Map<String, String> FIELDS = Map.of(
            "age_approx", "age",
            "sex", "sex",
            "image_type", "image_type",
            "image_manipulation", "image_manipulation",
            "diagnosis_full", "diagnosis",
            "diagnosis_confirm_type", "diagnosis_confirm_type",
            "attribution", "attribution",
            "copyright_license", "copyright_license");

    private static final Map<String, String> SITES = Map.of(
            "", "",
            "trunk", "Trunk",
            "head_neck_face", "Head and neck",
            "upper_extremity", "Upper extremity",
            "lower_extremity", "Lower extremity",
            "hand", "Upper extremity:Hand",
            "foot", "Lower extremity:Foot",
            "genital", "Anogenital region:Genital region");

    private Milk10k() {}

    /** In the order of the file. */
    static List<Picture> read(Path dir) {
        Path file = dir.resolve("MILK10k_Training_Metadata.csv");
        if (!Files.exists(file)) {
            throw new SeedFailed(dir + " holds no " + file.getFileName());
        }
        var supplement = new HashMap<String, Map<String, String>>();
        Csv.read(dir.resolve("MILK10k_Training_Supplement.csv")).forEach(r -> supplement.put(r.get("isic_id"), r));
        Path photographs = dir.resolveSibling("images").resolve("ham10000");
        var pictures = new ArrayList<Picture>();
        for (Map<String, String> row : Csv.read(file)) {
            var all = new LinkedHashMap<>(row);
            all.putAll(supplement.getOrDefault(row.get("isic_id"), Map.of()));
            pictures.add(picture(all, photographs));
        }
        return pictures;
    }

    private static Picture picture(Map<String, String> row, Path photographs) {
        String isicId = row.getOrDefault("isic_id", "");
        Path photograph = photographs.resolve(isicId + ".jpg");
        Supplier<byte[]> bytes = Files.exists(photograph) ? () -> readAll(photograph) : painted(row);
        return new Picture(isicId + ".jpg", bytes, metadata(row));
    }

    static Map<String, String> metadata(Map<String, String> row) {
        var metadata = new LinkedHashMap<String, String>();
        row.forEach((column, cell) -> {
            switch (column) {
                case "isic_id" -> metadata.put("isic_id", cell);
                case "lesion_id" -> {
                    metadata.put("lesion_id", cell);
                    metadata.put("public_lesion_id", cell);
                }
                case "site" -> metadata.put("anatom_site", site(cell));
                default -> metadata.put(FIELDS.getOrDefault(column, column), cell);
            }
        });
        return metadata;
    }

    private static String site(String cell) {
        String path = SITES.get(cell);
        if (path == null) {
            throw new SeedFailed("unknown site " + cell);
        }
        return path;
    }

    private static Supplier<byte[]> painted(Map<String, String> row) {
        long lesion = Long.parseLong(row.getOrDefault("lesion_id", "").replaceAll("\\D", ""));
        String diagnosis = row.getOrDefault("diagnosis_full", "");
        boolean malignant = diagnosis.contains("arcinoma") || diagnosis.contains("Melanoma");
        return Painted.picture(
                lesion,
                Painted.skin(row.getOrDefault("skin_tone_class", "")),
                "dermoscopic".equals(row.get("image_type")),
                malignant);
    }

    private static byte[] readAll(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
