package org.dermarium.doi.release;

import java.util.Objects;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.events.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A file that is packed beside the images.
 *
 * @param key in the private bucket
 * @param sha256 empty when nobody has said it yet
 * @param crc32 null until the file has been read once
 */
record Supplement(
        String name,
        String description,
        long size,
        String sha256,
        @Nullable Long crc32,
        String contentType,
        String key) {

    static Supplement of(DataFile file) {
        return new Supplement(
                file.name(), file.description(), file.size(), file.sha256(), null, file.contentType(), file.key());
    }

    Supplement with(String knownSha256, long knownCrc32) {
        return new Supplement(name, description, size, knownSha256, knownCrc32, contentType, key);
    }

    StoredObject object(String bucket) {
        return new StoredObject(bucket, key, size, sha256, Objects.requireNonNull(crc32), contentType);
    }
}
