package org.dermarium.doi.overview;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.dermarium.doi.citation.Citations;
import org.dermarium.input.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * A DOI as the contract shows it.
 *
 * @param state {@code draft}, {@code publishing} or {@code published}
 * @param files once it is published
 * @param progress from the wish to publish it on, for those who may change it
 */
record DoiOut(
        String slug,
        String doi,
        String doiUrl,
        @OneOf({"draft", "publishing", "published"}) String state,
        String title,
        String description,
        String version,
        long collectionId,
        String collectionName,
        List<CreatorOut> creators,
        List<LicenseOut> licenses,
        long imagesCount,
        long lesionsCount,
        long patientsCount,
        List<RelatedOut> relatedIdentifiers,
        List<SupplementOut> supplementalFiles,
        List<FileOut> files,
        boolean approved,
        MayOut may,
        @Nullable ProgressOut progress,
        Instant created,
        @Nullable Instant publishedAt,
        int publicationYear,
        Citations citations,
        URI pageUrl) {

    record CreatorOut(String name, long images) {}

    record LicenseOut(String license, String title, String url, long images) {}

    record RelatedOut(
            String relationType, @OneOf({"DOI", "URL"}) String relatedIdentifierType, String relatedIdentifier) {}

    record SupplementOut(String name, String description, long size) {}

    record FileOut(
            @OneOf({"bundle", "metadata", "manifest", "supplement"})
            String kind,

            String name,
            String description,
            long size,
            String sha256,
            String contentType,
            URI url) {}

    /** What the caller may do with it now. */
    record MayOut(boolean edit, boolean approve, boolean publish, boolean discard) {}

    /** @param step at which it stands; the last one when all is done */
    record ProgressOut(
            String step, List<StepOut> steps, @Nullable String problem) {}

    /** @param state {@code waiting}, {@code running} or {@code done} */
    record StepOut(
            String name,
            @OneOf({"waiting", "running", "done"}) String state,
            @Nullable Long done,
            @Nullable Long total,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}
}
