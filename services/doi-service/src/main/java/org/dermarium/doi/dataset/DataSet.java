package org.dermarium.doi.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a description of a data set needs. Every description (registrar, page, citation) is a function of this alone,
 * so they cannot contradict each other.
 *
 * @param doi prefix and suffix, as in {@code 10.5072/dermarium.k3v9x2p7}
 * @param isPublished whether it is findable; before that only those who work on it see it
 * @param version in three parts, as in {@code 1.0.0}
 * @param creators by number of images, most first, then by name; "Anonymous" comes last
 * @param files those that stand: none of a release that is still being built
 * @param publishedAt null before it is published
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

    /** Who publishes all of them. */
    public static final String PUBLISHER = "Dermarium";

    public DataSet {
        creators = List.copyOf(creators);
        licenses = List.copyOf(licenses);
        related = List.copyOf(related);
        files = List.copyOf(files);
    }

    /** The address by which it is cited and found for ever. */
    public String doiUrl() {
        return "https://doi.org/" + doi;
    }

    /** Path of its landing page on this installation. */
    public String path() {
        return "/doi/" + doi + "/";
    }

    /** Never empty: what nobody is named for is by {@link Creator#ANONYMOUS}. */
    public List<String> creatorNames() {
        return creators.isEmpty()
                ? List.of(Creator.ANONYMOUS)
                : creators.stream().map(Creator::name).toList();
    }

    /** Somebody to whom images are attributed. */
    public record Creator(String name, long images) {

        public static final String ANONYMOUS = "Anonymous";
    }

    /** @param license {@code CC-0}, {@code CC-BY} or {@code CC-BY-NC} */
    public record LicenseShare(String license, long images) {}

    /**
     * @param relationType as DataCite calls it, such as {@code IsDescribedBy}
     * @param relatedIdentifierType {@code DOI} or {@code URL}
     */
    public record RelatedIdentifier(String relationType, String relatedIdentifierType, String relatedIdentifier) {

        private static final Pattern RESOLVER = Pattern.compile("(?i)^(https?://(dx\\.)?doi\\.org/|doi:)");
        private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

        /** Where it leads; empty for what no browser should be sent to. */
        public Optional<String> address() {
            String identifier = relatedIdentifier.strip();
            if (relatedIdentifierType.equals("DOI")) {
                return Optional.of(
                        "https://doi.org/" + RESOLVER.matcher(identifier).replaceFirst(""));
            }
            return Optional.of(identifier).filter(WEB.asMatchPredicate());
        }
    }

    /**
     * One file of the release.
     *
     * @param sha256 64 hexadecimal digits
     * @param key in the public bucket once published, in the private one before
     */
    public record DataFile(
            Kind kind, String name, String description, long size, String sha256, String contentType, String key) {

        /** What a file is for. */
        public enum Kind {
            /** Everything in one archive. */
            BUNDLE,
            METADATA,
            /** Checksums of what the bundle holds. */
            MANIFEST,
            /** Handed in by the creator of the DOI. */
            SUPPLEMENT
        }
    }
}
