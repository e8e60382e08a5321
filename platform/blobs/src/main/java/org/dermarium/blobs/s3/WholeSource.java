package org.dermarium.blobs.s3;

import io.minio.SourceObject;

/** An object to be copied in one request. The client would ask for its size first, to copy very large ones in parts. */
final class WholeSource extends SourceObject {

    private static final long NOT_LARGE = 0;

    WholeSource(String bucket, String key) {
        this.bucketName = bucket;
        this.objectName = key;
    }

    @Override
    public Long objectSize() {
        return NOT_LARGE;
    }
}
