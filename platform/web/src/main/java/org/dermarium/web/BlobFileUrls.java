package org.dermarium.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.dermarium.blobs.BlobStore;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;

/** Addresses in object storage. Signed ones last until seven days after today's first moment: the same text all day. */
class BlobFileUrls implements FileUrls {

    private static final Duration LIFE = Duration.ofDays(7);

    private final BlobStore blobs;
    private final Clock clock;

    BlobFileUrls(BlobStore blobs, Clock clock) {
        this.blobs = blobs;
        this.clock = clock;
    }

    @Override
    public URI of(Image image, StoredObject file) {
        if (image.isPublic()) {
            return blobs.publicUrl(file.key());
        }
        Instant today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return blobs.presignedGet(file.bucket(), file.key(), today.plus(LIFE));
    }
}
