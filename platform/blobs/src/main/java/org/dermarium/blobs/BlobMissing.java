package org.dermarium.blobs;

/** There is no such object, bucket or upload. */
public class BlobMissing extends RuntimeException {

    public BlobMissing(String bucket, String key) {
        super("no object " + bucket + "/" + key);
    }
}
