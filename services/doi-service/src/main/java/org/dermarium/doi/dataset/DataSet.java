package org.dermarium.doi.dataset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a description of a data set needs.
 *
 * @param version as in {@code 1.0.0}
 * @param creators by image count descending, then name, "Anonymous" last
 */
public record DataSet(
        String doi,
        String slug,
        boolean isPublished,
        String title,
        String description,
        String version,
        long collection,
        List<Creator> creators,
        List<LicenseShare> licenses,
        long images,
        long lesions,
        long patients,
        List<RelatedIdentifier> related,
        List<DataFile> files,
        int publicationYear,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant changedAt) {

    /** Whom images are attributed to, and how many. */
    public record Creator(String name, long images) {}

    /** @param license CC-0, CC-BY or CC-BY-NC */
    public record LicenseShare(String license, long images) {}

    /** @param relatedIdentifierType DOI or URL */
    public record RelatedIdentifier(String relationType, String relatedIdentifierType, String relatedIdentifier) {}

    /** @param key in the public bucket once published, else in the private one */
    public record DataFile(
            Kind kind, String name, String description, long size, String sha256, String contentType, String key) {}

    /** What a file of a data set is. */
    public enum Kind {
        BUNDLE,
        METADATA,
        MANIFEST,
        SUPPLEMENT
    }
}
