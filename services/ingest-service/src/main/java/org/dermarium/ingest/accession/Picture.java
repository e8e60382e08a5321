package org.dermarium.ingest.accession;

import org.dermarium.events.StoredObject;

/** The stripped image, its thumbnail and its sides in pixels. */
public record Picture(StoredObject full, StoredObject thumbnail, int width, int height) {

    /** The same files where everybody may read them. */
    Picture published(String publicBucket, String isicId) {
        return new Picture(
                full.at(publicBucket, PublicKeys.full(isicId, full.key())),
                thumbnail.at(publicBucket, PublicKeys.thumbnail(isicId)),
                width,
                height);
    }
}
