package org.dermarium.upload;

import java.time.Instant;

/**
 * What a signed text vouches for.
 *
 * @param stage an unfinished upload's signature is no value of a finished one
 * @param uploadId the storage's id of the upload in parts
 * @param user who began it and alone may go on
 */
public record UploadClaim(
        Stage stage, UploadField field, UploadedFile file, String uploadId, long user, Instant until) {

    public enum Stage {
        BEGUN,
        FINISHED
    }

    /** For the same file, now that it lies whole in the bucket. */
    public UploadClaim finished(Instant newUntil) {
        return new UploadClaim(Stage.FINISHED, field, file, uploadId, user, newUntil);
    }
}
