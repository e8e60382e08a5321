package org.dermarium.doi.release.pack;

import java.io.IOException;
import java.io.InputStream;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A file of a release on its way to where it stays.
 *
 * @param path below the release's folder
 * @param sha256 null when it is known only after all bytes have been read
 */
public record FrozenFile(
        Kind kind,
        String path,
        String description,
        String contentType,
        long size,
        @Nullable String sha256,
        Source source) {

    /** Opens the bytes, the same ones at each call. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public DataFile placed(String key, String knownSha256) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new DataFile(kind, name, description, size, knownSha256, contentType, key);
    }
}
