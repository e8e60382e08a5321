package org.dermarium.doi.release.build;

import java.io.IOException;
import java.io.InputStream;
import org.dermarium.archive.zip.DamagedBytes;
import org.dermarium.archive.zip.Sums;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.release.pack.FrozenFile;
import org.springframework.stereotype.Component;

/** The files of releases in the public bucket. One that is there is never written again, let alone with other bytes. */
@Component
class FrozenFiles {

    private final BlobStore blobs;
    private final String bucket;

    FrozenFiles(BlobStore blobs, S3Settings storage) {
        this.blobs = blobs;
        this.bucket = storage.publicBucket();
    }

    boolean has(String key) {
        return blobs.stat(bucket, key).isPresent();
    }

    /**
     * Sees to it that the file is there, whole.
     *
     * @throws DamagedBytes when there is another one
     */
    DataFile place(String folder, FrozenFile file) throws IOException {
        String key = folder + file.path();
        return file.placed(key, has(key) ? compared(key, file) : written(key, file));
    }

    private String written(String key, FrozenFile file) throws IOException {
        try (InputStream in = file.source().open()) {
            return blobs.putPublic(bucket, key, file.contentType(), in, file.size())
                    .sha256();
        }
    }

    private String compared(String key, FrozenFile file) throws IOException {
        String wanted = file.sha256();
        if (wanted == null) {
            try (InputStream in = file.source().open()) {
                wanted = Sums.of(in).sha256();
            }
        }
        if (!sums(key).sha256().equals(wanted)) {
            throw new DamagedBytes(key + " is there with other bytes than this release has, and stays as it is");
        }
        return wanted;
    }

    /** Of an object that is there. */
    Sums sums(String key) throws IOException {
        try (InputStream in = blobs.open(bucket, key)) {
            return Sums.of(in);
        }
    }
}
