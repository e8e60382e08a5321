package org.dermarium.testkit;

import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Image.Visibility;
import org.dermarium.events.Metadata;
import org.dermarium.events.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Images as ingest would publish them: {@code anImage().published().sex("male").ownedBy(7).build()}. Without further
 * words an image is accepted, unpublished, 640 by 480, licensed CC-0, of a contributor that nobody was told of. Every image
 * has another id, and every published one a later time than those before.
 */
public final class ImageBuilder {

    private static final AtomicLong IDS = new AtomicLong();
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final long id;
    private final TreeMap<String, Object> metadata = new TreeMap<>();
    private long version = 1;
    private Visibility visibility = Visibility.UNPUBLISHED;
    private @Nullable String isicId;
    private String license = "CC-0";
    private String attribution = "Anonymous";
    private long cohort = 1;
    private long contributor;
    private int width = 640;
    private int height = 480;
    private long size = 100_000;
    private @Nullable StoredObject full;
    private @Nullable StoredObject thumbnail;
    private @Nullable Instant publishedAt;
    private boolean wasPublic;
    private @Nullable String withdrawnReason;

    private ImageBuilder(long id) {
        this.id = id;
    }

    public static ImageBuilder anImage() {
        return anImage(IDS.incrementAndGet());
    }

    public static ImageBuilder anImage(long id) {
        return new ImageBuilder(id);
    }

    /** The next version of an image, with nothing changed yet. */
    public static ImageBuilder changed(Image image) {
        return like(image).version(image.version() + 1);
    }

    /** The same image with another full file, such as one that lies in the storage. */
    public static Image withFull(Image image, StoredObject full) {
        return like(image).full(full).build();
    }

    private static ImageBuilder like(Image image) {
        var builder = anImage(image.id())
                .version(image.version())
                .ofCohort(image.cohort().id())
                .ownedBy(image.contributor().id())
                .license(image.license())
                .attribution(image.attribution())
                .pixels(image.width(), image.height())
                .full(image.full());
        builder.thumbnail = image.thumbnail();
        builder.metadata.putAll(image.metadata().fields());
        builder.visibility = image.visibility();
        builder.isicId = image.isicId();
        builder.publishedAt = image.publishedAt();
        builder.wasPublic = image.wasPublic();
        builder.withdrawnReason = image.withdrawnReason();
        return builder;
    }

    public ImageBuilder published() {
        visibility = Visibility.PUBLIC;
        wasPublic = true;
        return named();
    }

    public ImageBuilder embargoed() {
        visibility = Visibility.EMBARGOED;
        return named();
    }

    public ImageBuilder withdrawn(String reason) {
        visibility = Visibility.WITHDRAWN;
        withdrawnReason = reason;
        return named();
    }

    public ImageBuilder isicId(String value) {
        isicId = value;
        return this;
    }

    public ImageBuilder version(long value) {
        version = value;
        return this;
    }

    /** Of the contributor whose number is that of its only owner; {@link #contributorOf} is what was told of it. */
    public ImageBuilder ownedBy(long userId) {
        contributor = userId;
        return this;
    }

    /** What is known of the image's contributor, when it has an owner. */
    public static Contributor contributorOf(Image image) {
        long owner = image.contributor().id();
        return new Contributor(owner, 1, new TreeSet<>(Set.of(owner)));
    }

    public ImageBuilder ofCohort(long value) {
        cohort = value;
        return this;
    }

    public ImageBuilder license(String value) {
        license = value;
        return this;
    }

    public ImageBuilder attribution(String value) {
        attribution = value;
        return this;
    }

    public ImageBuilder pixels(int x, int y) {
        width = x;
        height = y;
        return this;
    }

    /** Instead of one that lies nowhere. */
    public ImageBuilder full(StoredObject file) {
        full = file;
        return this;
    }

    /** Instead of the time that follows from its number. */
    public ImageBuilder publishedAt(Instant time) {
        publishedAt = time;
        return this;
    }

    /** Bytes of the full image. */
    public ImageBuilder size(long bytes) {
        size = bytes;
        return this;
    }

    public ImageBuilder sex(String value) {
        return with("sex", value);
    }

    public ImageBuilder ageApprox(int years) {
        return with("age_approx", years);
    }

    public ImageBuilder imageType(String value) {
        return with("image_type", value);
    }

    public ImageBuilder lesion(String publicId) {
        return with("lesion_id", publicId);
    }

    public ImageBuilder patient(String publicId) {
        return with("patient_id", publicId);
    }

    /** Levels from the top: {@code diagnosis("Malignant", "Malignant epidermal proliferations")}. */
    public ImageBuilder diagnosis(String... levels) {
        return levels("diagnosis_", levels);
    }

    public ImageBuilder site(String... levels) {
        return levels("anatom_site_", levels);
    }

    /** Any field of the registry. */
    public ImageBuilder with(String field, Object value) {
        metadata.put(field, value);
        return this;
    }

    public Image build() {
        Instant at = EPOCH.plusMillis(id);
        return new Image(
                id,
                version,
                visibility,
                isicId,
                new Image.Cohort(cohort, "Cohort " + cohort),
                new Image.Contributor(contributor),
                license,
                attribution,
                full != null ? full : stored("images/" + name() + ".jpg", size),
                thumbnail != null ? thumbnail : stored("thumbnails/" + name() + "_thumbnail.jpg", size / 10),
                width,
                height,
                new Metadata(metadata),
                isicId == null ? null : true,
                at,
                isicId == null || publishedAt != null ? publishedAt : at,
                at.plusMillis(version),
                wasPublic,
                withdrawnReason);
    }

    private StoredObject stored(String key, long bytes) {
        String bucket = visibility == Visibility.PUBLIC ? "dermarium-public" : "dermarium-private";
        return new StoredObject(bucket, key, bytes, "%064x".formatted(id), id & 0xffff_ffffL, "image/jpeg");
    }

    private ImageBuilder named() {
        isicId = isicId == null ? "ISIC_%07d".formatted(id) : isicId;
        return this;
    }

    private String name() {
        return isicId == null ? Long.toString(id) : isicId;
    }

    private ImageBuilder levels(String prefix, String... levels) {
        for (int i = 0; i < levels.length; i++) {
            metadata.put(prefix + (i + 1), levels[i]);
        }
        return this;
    }
}
