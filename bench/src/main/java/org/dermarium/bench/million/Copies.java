package org.dermarium.bench.million;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dermarium.bench.million.Rows.Row;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Metadata;
import org.dermarium.events.StoredObject;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;

/**
 * The rows of a set again and again, as images of their own: other ids, lesions, patients and times, the same
 * distributions. Every two hundredth is withdrawn.
 */
final class Copies {

    /** Public ids have seven digits. */
    static final int MOST = 9_999_999;

    /** Of lesions and patients too. */
    private static final int MOST_IDS = 9_999_999;

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int WITHDRAWN_EVERY = 200;
    private static final long BLOCKS_A_COHORT = 10;
    private static final int COHORTS = 2;

    private final List<Row> rows;
    private final int ids;

    Copies(List<Row> rows) {
        this.rows = rows;
        this.ids = rows.stream()
                .flatMap(row -> row.ids().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** When an image was published; a second later than the one before. */
    static Instant publishedAt(int number) {
        return FIRST.plusSeconds(number);
    }

    static String isicId(int number) {
        return "ISIC_%07d".formatted(number + 1);
    }

    static boolean isWithdrawn(int number) {
        return number % WITHDRAWN_EVERY == WITHDRAWN_EVERY - 1;
    }

    Row row(int number) {
        return rows.get(number % rows.size());
    }

    /** What ingest says of its contributors. */
    List<Contributor> contributors(long owner) {
        return rows.stream()
                .map(row -> (long) row.cohort() + 1)
                .distinct()
                .map(id -> new Contributor(id, 1, new TreeSet<>(List.of(owner))))
                .toList();
    }

    /** What ingest says last of the image with this number, from 0. */
    Event<Image> event(int number) {
        Row row = row(number);
        EventType type = isWithdrawn(number) ? EventType.IMAGE_WITHDRAWN : EventType.IMAGE_PUBLISHED;
        return Event.now(type, image(number, row));
    }

    private Image image(int number, Row row) {
        int block = number / rows.size();
        boolean isWithdrawn = isWithdrawn(number);
        String bucket = row.isPublic() ? "dermarium-public" : "dermarium-private";
        Instant at = publishedAt(number);
        String isicId = isicId(number);
        return new Image(
                number + 1L,
                isWithdrawn ? 2 : 1,
                isWithdrawn
                        ? Image.Visibility.WITHDRAWN
                        : row.isPublic() ? Image.Visibility.PUBLIC : Image.Visibility.EMBARGOED,
                isicId,
                cohort(block, row),
                new Image.Contributor(row.cohort() + 1L),
                row.license(),
                row.attribution(),
                stored(bucket, "images/" + isicId + ".jpg", row.size(), number),
                stored(bucket, "thumbnails/" + isicId + "_thumbnail.jpg", row.size() / 10, number),
                row.width(),
                row.height(),
                new Metadata(metadata(block, row)),
                true,
                at,
                at,
                at,
                row.isPublic(),
                isWithdrawn ? "Taken back by the patient." : null);
    }

    private static Image.Cohort cohort(int block, Row row) {
        long id = 1 + row.cohort() + COHORTS * (block / BLOCKS_A_COHORT);
        return new Image.Cohort(id, "Million " + id);
    }

    SortedMap<String, Object> metadata(int block, Row row) {
        SortedMap<String, Object> metadata = new TreeMap<>(row.metadata());
        row.ids().forEach((field, id) -> {
            long number = (id + (long) block * ids) % MOST_IDS;
            String form = switch (field) {
                case "lesion_id" -> "IL_%07d";
                case "patient_id" -> "IP_%07d";
                default -> "IRCM_%07d";
            };
            metadata.put(field, form.formatted(number));
        });
        return metadata;
    }

    private static StoredObject stored(String bucket, String key, long size, int number) {
        return new StoredObject(bucket, key, size, "%064x".formatted(number), number, "image/jpeg");
    }
}
