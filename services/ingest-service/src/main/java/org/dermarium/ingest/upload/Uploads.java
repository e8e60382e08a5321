package org.dermarium.ingest.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.MultipartUpload;
import org.dermarium.blobs.S3Settings;
import org.dermarium.upload.UploadClaim;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadSigner;
import org.dermarium.upload.UploadedFile;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.Caller;
import org.springframework.stereotype.Service;

/**
 * The upload protocol's rules. It keeps no state but signed texts, so nothing is stored for uploads that are never
 * finished but their parts. All calls block on the storage.
 */
@Service
public class Uploads {

    private static final Duration LIFE = Duration.ofHours(24);

    private final BlobStore blobs;
    private final S3Settings storage;
    private final UploadSigner signer;
    private final UploadedFiles files;
    private final Clock clock;

    Uploads(BlobStore blobs, S3Settings storage, UploadSigner signer, UploadedFiles files, Clock clock) {
        this.blobs = blobs;
        this.storage = storage;
        this.signer = signer;
        this.files = files;
        this.clock = clock;
    }

    /** An upload that has begun. */
    record Begun(UploadClaim claim, String signature, MultipartUpload upload) {}

    Begun begin(Caller.Member user, UploadField field, String name, long size, String contentType) {
        String key = "uploads/" + UUID.randomUUID() + "/" + name.replaceAll("[^A-Za-z0-9._-]", "_");
        MultipartUpload upload = blobs.begin(storage.privateBucket(), key, contentType);
        var file = new UploadedFile(key, name, size);
        var claim = new UploadClaim(
                UploadClaim.Stage.BEGUN,
                field,
                file,
                upload.uploadId(),
                user.id(),
                clock.instant().plus(LIFE));
        return new Begun(claim, signer.sign(claim), upload);
    }

    /** The upload that this user began and signed for, unless the signature is forged, foreign or expired. */
    Optional<UploadClaim> begun(Caller.Member user, String signature) {
        return files.claim(user, signature, UploadClaim.Stage.BEGUN);
    }

    MultipartUpload upload(UploadClaim claim) {
        return new MultipartUpload(storage.privateBucket(), claim.file().key(), claim.uploadId());
    }

    String completeUrl(UploadClaim claim) {
        return blobs.presignedComplete(upload(claim)).toString();
    }

    List<String> partUrls(MultipartUpload upload, int parts) {
        return java.util.stream.IntStream.rangeClosed(1, parts)
                .mapToObj(part -> blobs.presignedPart(upload, part).toString())
                .toList();
    }

    /** The value that stands for the file, or empty when the object is not there with the announced size. */
    Optional<String> finish(UploadClaim claim) {
        return blobs.stat(storage.privateBucket(), claim.file().key())
                .filter(found -> found.size() == claim.file().size())
                .map(found -> signer.sign(claim.finished(clock.instant().plus(LIFE))));
    }
}
