package org.dermarium.ingest.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.ingest.newaccession.NewAccession;
import org.dermarium.ingest.newaccession.NewAccessions;
import org.dermarium.ingest.original.Original;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Worker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes ZIPs apart: fetch to a temporary file, look through it, make all its files accessions in one transaction. The
 * files stay in the ZIP object and are read from there, so nothing is sent to the storage twice.
 */
@Component
class UnpackZips implements Worker {

    static final String QUEUE = "zip-uploads";

    private static final int BATCH = 1_000;

    private final ZipUploads zips;
    private final NewAccessions accessions;
    private final BlobStore blobs;
    private final S3Settings storage;
    private final ZipSettings limits;
    private final WorkQueue queue;

    UnpackZips(
            ZipUploads zips,
            NewAccessions accessions,
            BlobStore blobs,
            S3Settings storage,
            ZipSettings limits,
            WorkQueues queues) {
        this.zips = zips;
        this.accessions = accessions;
        this.blobs = blobs;
        this.storage = storage;
        this.limits = limits;
        this.queue = queues.named(QUEUE);
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Settlement work(Job job, Lease lease) throws IOException {
        ZipUpload zip = zips.find(job.id()).block();
        if (zip == null || zip.isEnded()) {
            return Settlement.done();
        }
        queue.whileHeld(job, zips.extracting(zip.id()));
        try {
            return takeApart(zip);
        } catch (UnsafeZip e) {
            return refused(zip, e);
        } catch (BlobMissing e) {
            return Settlement.done().with(zips.failed(zip, "The uploaded file is no longer there.", List.of()));
        }
    }

    private Settlement refused(ZipUpload zip, UnsafeZip why) {
        return Settlement.done().with(zips.failed(zip, why.reason(), why.problems()));
    }

    @Override
    public Settlement giveUp(Job job, Cause cause, String problem) {
        String reason = cause == Cause.DEATHS
                ? "Nothing of the ZIP was taken, because reading it stopped the archive %d times. Send its files in smaller ZIPs or one by one."
                        .formatted(job.deaths())
                : "Nothing of the ZIP was taken, because the archive failed to take it apart. Nothing is wrong with your files as far as is known; please send them again.";
        return Settlement.done().with(zips.find(job.id()).flatMap(zip -> zips.failed(zip, reason, List.of())));
    }

    private Settlement takeApart(ZipUpload zip) throws IOException {
        Path copy = Files.createTempFile("dermarium-zip", ".zip");
        try {
            try (InputStream in = blobs.open(storage.privateBucket(), zip.key())) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Map<String, Original> files =
                    InspectZip.inspect(copy, zip.key(), limits, limits.file().toBytes());
            refuseTaken(zip, files);
            return Settlement.done().with(store(zip, files)).whenRefused(UnsafeZip.class, e -> refused(zip, e));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void refuseTaken(ZipUpload zip, Map<String, Original> files) {
        Set<String> taken = Objects.requireNonNull(
                accessions.taken(zip.cohort(), files.keySet()).block());
        if (!taken.isEmpty()) {
            throw new UnsafeZip(
                    "Nothing of the ZIP was taken, because the cohort has files of these names already.",
                    taken.stream()
                            .sorted()
                            .limit(InspectZip.MOST_PROBLEMS)
                            .map(name -> new ZipProblem(name, "The cohort has a file of this name already."))
                            .toList());
        }
    }

    /** All of them or none. */
    private Mono<List<Long>> store(ZipUpload zip, Map<String, Original> files) {
        return Flux.fromIterable(files.entrySet())
                .map(file -> accession(zip, file.getKey(), file.getValue()))
                .buffer(BATCH)
                .concatMap(accessions::add)
                .flatMapIterable(ids -> ids)
                .collectList()
                .flatMap(ids -> ids.size() == files.size()
                        ? zips.extracted(zip, ids.size()).thenReturn(ids)
                        : Mono.error(new UnsafeZip(
                                "Nothing of the ZIP was taken, because files of its names came meanwhile.",
                                List.of())));
    }

    private static NewAccession accession(ZipUpload zip, String name, Original file) {
        return new NewAccession(
                zip.cohort(), zip.creator(), zip.id(), name, file, null, zip.publish(), zip.traceparent());
    }
}
