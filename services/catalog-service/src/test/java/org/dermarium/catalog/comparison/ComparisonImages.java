package org.dermarium.catalog.comparison;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;
import org.dermarium.testkit.ImageBuilder;

/** The rows that the reference archive was asked about, as ingest would publish them. */
final class ComparisonImages {

    static final Path SHARED = Path.of("../../../shared").toAbsolutePath().normalize();

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");
    private static final Set<String> NOT_METADATA = Set.of(
            "i",
            "filename",
            "isic_id",
            "pixels_x",
            "pixels_y",
            "public",
            "cohort",
            "copyright_license",
            "attribution",
            "blob_size",
            "thumbnail_size",
            "age",
            "skin_tone_class");

    private final Map<String, String> drawn = new HashMap<>();
    private final Map<String, Map<String, String>> trees = new HashMap<>();

    static boolean areAtHand() {
        return Files.exists(SHARED.resolve("data/comparison-set.csv"))
                && Files.exists(SHARED.resolve("tools/replay.py"));
    }

    List<Image> of(long owner) throws IOException {
        trees.put("diagnosis", paths("isic-dx.csv"));
        trees.put("anatom_site", paths("anatom-site.csv"));
        return rows("comparison-set.csv").stream().map(row -> image(row, owner)).toList();
    }

    private Image image(Map<String, String> row, long owner) {
        ImageBuilder image = ImageBuilder.anImage(Long.parseLong(row.get("i")) + 1)
                .isicId(row.get("isic_id"))
                .ownedBy(owner)
                .ofCohort(Long.parseLong(row.get("cohort")))
                .license(row.get("copyright_license"))
                .attribution(row.get("attribution"))
                .size(Long.parseLong(row.get("blob_size")))
                .pixels(Integer.parseInt(row.get("pixels_x")), Integer.parseInt(row.get("pixels_y")));
        row.forEach((field, cell) -> {
            if (!cell.isEmpty() && !NOT_METADATA.contains(field)) {
                put(image, field, cell, row.get("cohort"));
            }
        });
        if (!row.get("age").isEmpty()) {
            image.ageApprox(Math.round(Integer.parseInt(row.get("age")) / 5.0f) * 5);
        }
        return dated((row.get("public").equals("1") ? image.published() : image.embargoed()).build(), row);
    }

    /** The cursors of the recordings name times. */
    private static Image dated(Image i, Map<String, String> row) {
        Instant at = FIRST.plusSeconds(Long.parseLong(row.get("i")));
        var cohort =
                new Image.Cohort(i.cohort().id(), "MILK10k part " + i.cohort().id());
        var small = i.thumbnail();
        var thumbnail = new StoredObject(
                small.bucket(),
                small.key(),
                Long.parseLong(row.get("thumbnail_size")),
                small.sha256(),
                0,
                "image/jpeg");
        return new Image(
                i.id(),
                i.version(),
                i.visibility(),
                i.isicId(),
                cohort,
                i.contributor(),
                i.license(),
                i.attribution(),
                i.full(),
                thumbnail,
                i.width(),
                i.height(),
                i.metadata(),
                i.accepted(),
                at,
                at,
                at,
                i.wasPublic(),
                null);
    }

    private void put(ImageBuilder image, String field, String cell, String cohort) {
        switch (field) {
            case "diagnosis", "anatom_site" -> {
                String[] levels = trees.get(field).getOrDefault(cell, cell).split(":");
                for (int i = 0; i < levels.length; i++) {
                    image.with(field + "_" + (i + 1), levels[i]);
                }
            }
            case "patient_id" -> image.with(field, draw("IP_%07d", cohort + cell));
            case "rcm_case_id" -> image.with(field, draw("IRCM_%07d", cohort + cell));
            case "acquisition_day" -> image.with(field, Integer.parseInt(cell));
            case "clin_size_long_diam_mm", "mel_thick_mm" ->
                image.with(field, new BigDecimal(cell).setScale(2).toPlainString());
            default -> image.with(field, cell.equals("true") || cell.equals("false") ? Boolean.valueOf(cell) : cell);
        }
    }

    private String draw(String form, String ownId) {
        return drawn.computeIfAbsent(form + ownId, id -> form.formatted(drawn.size()));
    }

    /** Each term of a tree with the whole way to it. */
    private static Map<String, String> paths(String file) throws IOException {
        Map<String, String> paths = new HashMap<>();
        for (Map<String, String> row : rows(file)) {
            List<String> levels = new ArrayList<>();
            row.forEach((column, cell) -> {
                if (column.matches(".*_[1-5]") && !cell.isEmpty()) {
                    levels.add(cell);
                }
            });
            paths.putIfAbsent(levels.getLast(), String.join(":", levels));
        }
        return paths;
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        try (Stream<String> lines = Files.lines(SHARED.resolve("data/" + file))) {
            List<List<String>> cells = lines.map(ComparisonImages::cells).toList();
            return cells.stream()
                    .skip(1)
                    .map(row -> named(cells.getFirst(), row))
                    .toList();
        }
    }

    private static Map<String, String> named(List<String> header, List<String> row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            named.put(header.get(i), row.get(i));
        }
        return named;
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line).results().map(ComparisonImages::cell).toList();
    }

    private static String cell(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\"");
    }
}
