package org.dermarium.ingest.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.MultipartUpload;
import org.dermarium.blobs.ledger.BegunUploads;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.upload.UploadClaim;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadSigner;
import org.dermarium.upload.UploadedFile;
import org.dermarium.upload.UploadedFiles;
import org.dermarium.web.caller.Caller;
import org.springframework.stereotype.Service;

/**
 * The upload protocol's rules. Its state is in signed texts; the ledger knows each upload until something refers to the
 * file, so that what is never finished or registered goes when its time is over. All calls block.
 */
@Service
public class Uploads {

    private static final Duration LIFE = Duration.ofHours(24);

    /** A value that is still good must find its file, whatever clocks say. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** Longer than any name that means something; storages have bounds of their own for a name. */
    private static final int LONGEST_NAME = 100;

    private final BlobStore blobs;
    private final S3Settings storage;
    private final UploadSigner signer;
    private final UploadedFiles files;
    private final BegunUploads begun;
    private final BegunUploads.Bounds bounds;
    private final Clock clock;

    Uploads(
            BlobStore blobs,
            S3Settings storage,
            UploadSigner signer,
            UploadedFiles files,
            BegunUploads begun,
            UploadSettings settings,
            Clock clock) {
        this.blobs = blobs;
        this.storage = storage;
        this.signer = signer;
        this.files = files;
        this.begun = begun;
        this.bounds =
                new BegunUploads.Bounds(settings.begun(), settings.begunBytes().toBytes());
        this.clock = clock;
    }

    /** @throws org.dermarium.blobs.ledger.TooManyUploads when the user has begun too much and not registered it */
    UploadClaim begin(Caller.Member user, UploadField field, String name, long size, String contentType) {
        String key = "uploads/" + UUID.randomUUID() + "/" + portable(name);
        MultipartUpload upload = blobs.begin(storage.privateBucket(), key, contentType);
        try {
            begun.note(upload, user.id(), size, LIFE.plus(MARGIN), bounds).block();
        } catch (RuntimeException e) {
            blobs.abort(upload);
            throw e;
        }
        var file = new UploadedFile(key, name, size);
        return new UploadClaim(
                UploadClaim.Stage.BEGUN,
                field,
                file,
                upload.uploadId(),
                user.id(),
                clock.instant().plus(LIFE));
    }

    String signature(UploadClaim claim) {
        return signer.sign(claim);
    }

    /** Keeps the extension, which clients and people look at. */
    private static String portable(String name) {
        String portable = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return portable.substring(Math.max(0, portable.length() - LONGEST_NAME));
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
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> blobs.presignedPart(upload, part).toString())
                .toList();
    }

    /** The value that stands for the file, or empty when the object is not there with the announced size. */
    Optional<String> finish(UploadClaim claim) {
        Boolean stays = begun.prolong(claim.file().key(), LIFE.plus(MARGIN)).block();
        if (!Boolean.TRUE.equals(stays)) {
            return Optional.empty();
        }
        return blobs.stat(storage.privateBucket(), claim.file().key())
                .filter(found -> found.size() == claim.file().size())
                .map(found -> signer.sign(claim.finished(clock.instant().plus(LIFE))));
    }
}
