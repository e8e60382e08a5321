package org.dermarium.search.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Image.Visibility;
import org.dermarium.events.Membership;
import org.dermarium.events.Metadata;
import org.dermarium.events.StoredObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The set that the reference archive was asked about, as the events that ingest and catalog would send. */
final class ComparisonSet {

    static final long PLAIN = 1;
    static final long OWNER = 2;

    /** Publishes images, and so is the creator of the automatic collections. */
    static final long CURATOR = 3;

    static final Map<String, Long> COLLECTIONS =
            Map.of("A", 11L, "B", 12L, "C", 13L, "D", 14L, "magic0", 15L, "magic1", 16L);

    private static final Path SHARED = Path.of("../../../shared");
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Set<String> FLAGS =
            Set.of("personal_hx_mm", "family_hx_mm", "melanocytic", "concomitant_biopsy", "mel_ulcer");
    private static final Set<String> AS_IT_IS = Set.of(
            "sex",
            "anatom_site_special",
            "diagnosis_confirm_type",
            "clin_size_long_diam_mm",
            "fitzpatrick_skin_type",
            "mel_mitotic_index",
            "mel_thick_mm",
            "lesion_id",
            "image_type",
            "image_manipulation",
            "dermoscopic_type",
            "tbp_tile_type");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");

    final List<Image> images = new ArrayList<>();
    final List<Membership> memberships = new ArrayList<>();
    final List<Collection> collections = new ArrayList<>();

    /** What the placeholders of the recordings stand for, such as <code>{lesion:64x64}</code>. */
    final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, String> patients = new HashMap<>();
    private final Map<String, String> cases = new HashMap<>();

    static boolean isAtHand() {
        return Files.exists(SHARED.resolve("data/comparison-set.csv"))
                && Files.exists(SHARED.resolve("cases/recordings/isic-search.ndjson"));
    }

    static Stream<JsonNode> recording(String name) throws IOException {
        var json = new JsonMapper();
        return Files.readAllLines(SHARED.resolve("cases/recordings/" + name + ".ndjson")).stream()
                .map(json::readTree);
    }

    ComparisonSet() throws IOException {
        Map<String, List<String>> diagnoses = paths("isic-dx.csv");
        Map<String, List<String>> sites = paths("anatom-site.csv");
        int publicSoFar = 0;
        for (Map<String, String> row : csv("comparison-set.csv")) {
            var metadata = metadata(row);
            spread(metadata, "diagnosis_", diagnoses, row.get("diagnosis"));
            spread(metadata, "anatom_site_", sites, row.get("anatom_site"));
            Image image = image(row, metadata);
            images.add(image);
            memberships.add(membership(image, publicSoFar));
            publicSoFar += image.isPublic() ? 1 : 0;
            name(image);
        }
        collections.add(collection("A", true));
        collections.add(collection("B", false));
        collections.add(collection("C", false, PLAIN));
        collections.add(collection("D", true));
        collections.add(collection("magic0", false));
        collections.add(collection("magic1", false));
    }

    private TreeMap<String, Object> metadata(Map<String, String> row) {
        var metadata = new TreeMap<String, Object>();
        row.forEach((field, value) -> {
            if (AS_IT_IS.contains(field) && !value.isEmpty()) {
                metadata.put(field, value);
            } else if (FLAGS.contains(field) && !value.isEmpty()) {
                metadata.put(field, Boolean.valueOf(value));
            }
        });
        if (!row.get("age").isEmpty()) {
            metadata.put("age_approx", Math.round(Integer.parseInt(row.get("age")) / 5.0f) * 5);
        }
        if (!row.get("patient_id").isEmpty()) {
            metadata.put("patient_id", drawn(patients, row.get("cohort") + row.get("patient_id"), "IP_%07d"));
        }
        if (!row.get("rcm_case_id").isEmpty()) {
            metadata.put("rcm_case_id", drawn(cases, row.get("cohort") + row.get("rcm_case_id"), "IRCM_%07d"));
        }
        return metadata;
    }

    /** The same own id in two cohorts stands for two patients. */
    private static String drawn(Map<String, String> known, String ownId, String form) {
        return known.computeIfAbsent(ownId, id -> form.formatted(known.size()));
    }

    private static Image image(Map<String, String> row, TreeMap<String, Object> metadata) {
        int i = Integer.parseInt(row.get("i"));
        boolean open = row.get("public").equals("1");
        Instant at = FIRST.plusSeconds(i);
        return new Image(
                i + 1,
                1,
                open ? Visibility.PUBLIC : Visibility.EMBARGOED,
                row.get("isic_id"),
                new Image.Cohort(Integer.parseInt(row.get("cohort")), "Comparison " + row.get("cohort")),
                new Image.Contributor(OWNER),
                row.get("copyright_license"),
                row.get("attribution"),
                stored("images/" + row.get("isic_id") + ".jpg", row.get("blob_size")),
                stored("thumbnails/" + row.get("isic_id") + "_thumbnail.jpg", row.get("thumbnail_size")),
                Integer.parseInt(row.get("pixels_x")),
                Integer.parseInt(row.get("pixels_y")),
                new Metadata(metadata),
                true,
                at,
                at,
                at,
                open,
                null);
    }

    private static StoredObject stored(String key, String size) {
        return new StoredObject("dermarium-public", key, Long.parseLong(size), "0".repeat(64), 0, "image/jpeg");
    }

    private static Membership membership(Image image, int publicBefore) {
        int i = (int) image.id() - 1;
        SortedSet<Long> in = new TreeSet<>();
        SortedSet<Long> sharedWith = new TreeSet<>();
        in.add(COLLECTIONS.get("magic" + image.cohort().id()));
        if (image.isPublic() && i % 7 == 0) {
            in.add(COLLECTIONS.get("A"));
        }
        if (i % 11 == 0) {
            in.add(COLLECTIONS.get("B"));
        }
        if (i % 13 == 0) {
            in.add(COLLECTIONS.get("C"));
            sharedWith.add(PLAIN);
        }
        if (image.isPublic() && publicBefore < 150) {
            in.add(COLLECTIONS.get("D"));
        }
        return new Membership(String.valueOf(image.isicId()), 1, in, sharedWith);
    }

    private static Collection collection(String name, boolean open, Long... sharedWith) {
        boolean magic = name.startsWith("magic");
        return new Collection(
                COLLECTIONS.get(name),
                1,
                name,
                "",
                open,
                false,
                magic,
                magic,
                magic ? CURATOR : OWNER,
                new TreeSet<>(List.of(sharedWith)),
                false,
                0,
                null,
                FIRST,
                FIRST);
    }

    private void name(Image image) {
        String size = image.width() + "x" + image.height() + "}";
        names.put("{isic:" + size, String.valueOf(image.isicId()));
        Map.of("lesion", "lesion_id", "patient", "patient_id", "rcm", "rcm_case_id")
                .forEach((kind, field) -> {
                    String id = image.metadata().text(field);
                    if (id != null && !names.containsValue(id)) {
                        names.put("{" + kind + ":" + size, id);
                    }
                });
    }

    private static void spread(
            Map<String, Object> metadata, String prefix, Map<String, List<String>> paths, String name) {
        List<String> path = name.isEmpty() ? List.of() : paths.getOrDefault(name, List.of(name.split(":")));
        for (int level = 0; level < path.size(); level++) {
            metadata.put(prefix + (level + 1), path.get(level));
        }
    }

    private static Map<String, List<String>> paths(String file) throws IOException {
        Map<String, List<String>> paths = new HashMap<>();
        for (Map<String, String> row : csv(file)) {
            List<String> path = row.entrySet().stream()
                    .filter(e -> e.getKey().matches(".*_[1-5]") && !e.getValue().isEmpty())
                    .map(Map.Entry::getValue)
                    .toList();
            paths.putIfAbsent(path.getLast(), path);
            paths.put(String.join(":", path), path);
        }
        return paths;
    }

    private static List<Map<String, String>> csv(String file) throws IOException {
        List<List<String>> lines;
        try (Stream<String> text = Files.lines(SHARED.resolve("data/" + file))) {
            lines = text.map(ComparisonSet::cells).toList();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < lines.getFirst().size(); i++) {
                row.put(lines.getFirst().get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line)
                .results()
                .map(m -> m.group(1) != null ? m.group(1).replace("\"\"", "\"") : m.group(2))
                .toList();
    }
}
