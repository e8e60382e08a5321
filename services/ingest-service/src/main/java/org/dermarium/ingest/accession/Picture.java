package org.dermarium.ingest.accession;

import org.dermarium.events.StoredObject;

/** The stripped image, its thumbnail and its sides in pixels. */
public record Picture(StoredObject full, StoredObject thumbnail, int width, int height) {

    /** The same files where everybody may read them. */
    Picture published(String publicBucket, String isicId) {
        return new Picture(
                at(full, publicBucket, PublicKeys.full(isicId, full.key())),
                at(thumbnail, publicBucket, PublicKeys.thumbnail(isicId)),
                width,
                height);
    }

    private static StoredObject at(StoredObject file, String bucket, String key) {
        return new StoredObject(bucket, key, file.size(), file.sha256(), file.crc32(), file.contentType());
    }
}
