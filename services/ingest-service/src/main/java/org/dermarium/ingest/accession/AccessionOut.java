package org.dermarium.ingest.accession;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.dermarium.events.Image.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * An accession as its contributor and staff see it.
 *
 * @param reason why it was skipped, failed or withdrawn, or could not be published
 * @param size bytes of the archived image
 * @param imageUrl where its full image is fetched with a token or a browser's session; a plain address once it is public
 */
record AccessionOut(
        long id,
        long cohort,
        String fileName,
        State state,
        @Nullable String reason,
        @Nullable String isicId,
        @JsonProperty("public") @Nullable Boolean isPublic,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long size,
        Instant created,
        @Nullable URI imageUrl,
        @Nullable URI thumbnailUrl,
        SortedMap<String, Object> metadata) {

    static AccessionOut of(Accession accession, AccessionAddresses addresses) {
        Picture picture = accession.picture();
        Publication publication = accession.publication();
        boolean isPublished = accession.state() == State.PUBLISHED;
        return new AccessionOut(
                accession.id(),
                accession.cohort().id(),
                accession.fileName(),
                accession.state(),
                Stream.of(accession.reason(), publication.withdrawnReason(), publication.unpublishedReason())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                publication.isicId(),
                isPublished ? publication.visibility() == Visibility.PUBLIC : null,
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                picture == null ? null : picture.full().size(),
                accession.created(),
                addresses.image(accession),
                addresses.thumbnail(accession),
                accession.metadata().fields());
    }
}
