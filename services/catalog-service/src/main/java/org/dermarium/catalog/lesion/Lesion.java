package org.dermarium.catalog.lesion;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dermarium.events.Image;
import org.jspecify.annotations.Nullable;

/**
 * One lesion by the published images of it.
 *
 * @param id {@code IL_} and seven digits
 * @param images latest published first; at least one
 */
record Lesion(String id, List<Image> images) {

    private static final int DIAGNOSIS_LEVELS = 5;

    private static final Comparator<Image> LATEST_FIRST =
            Comparator.comparing(Lesion::publishedAt).thenComparing(Image::id).reversed();

    /** Whatever is not named comes last. */
    private static final List<String> KINDS = List.of(
            "dermoscopic", "clinical: close-up", "TBP tile: close-up", "clinical: overview", "TBP tile: overview");

    /**
     * What a biopsy was taken of says most; not known to be biopsied is not biopsied. Then what was seen first, an unknown
     * day being later than any other, then what shows most; in the end the accession that came first.
     */
    private static final Comparator<Image> BEST_FIRST = Comparator.comparing((Image i) -> !isBiopsied(i))
            .thenComparing(Lesion::acquisitionDay)
            .thenComparing(Lesion::kind)
            .thenComparing(Image::id);

    Lesion {
        images = images.stream().sorted(LATEST_FIRST).toList();
    }

    /** The one image that stands for the lesion: the same in a list of lesions and by itself. */
    Image index() {
        return images.stream().min(BEST_FIRST).orElseThrow();
    }

    /** Whether it was seen on more than one day. */
    boolean isMonitored() {
        return images.stream()
                        .map(i -> i.metadata().get("acquisition_day"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }

    /** The index image's diagnosis, from the coarsest to the finest level; null when it has none. */
    @Nullable
    String outcome() {
        Image index = index();
        String levels = IntStream.rangeClosed(1, DIAGNOSIS_LEVELS)
                .mapToObj(level -> index.metadata().text("diagnosis_" + level))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":"));
        return levels.isEmpty() ? null : levels;
    }

    @Nullable
    String coarseOutcome() {
        return index().metadata().text("diagnosis_1");
    }

    private static boolean isBiopsied(Image image) {
        return Boolean.TRUE.equals(image.metadata().get("concomitant_biopsy"));
    }

    private static long acquisitionDay(Image image) {
        return image.metadata().get("acquisition_day") instanceof Number day ? day.longValue() : Long.MAX_VALUE;
    }

    private static int kind(Image image) {
        String type = image.metadata().text("image_type");
        int kind = type == null ? -1 : KINDS.indexOf(type);
        return kind < 0 ? KINDS.size() : kind;
    }

    private static Instant publishedAt(Image image) {
        return Objects.requireNonNull(image.publishedAt());
    }
}
