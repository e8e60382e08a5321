package org.dermarium.ingest.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.blobs.S3Settings;
import org.dermarium.ingest.intake.NewAccession;
import org.dermarium.ingest.intake.NewAccessions;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.ingest.work.WorkLoop;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes ZIPs apart: fetch to a temporary file, look through it, make all its files accessions in one transaction. The
 * files stay in the ZIP object and are read from there, so nothing is sent to the storage twice.
 */
@Component
class UnpackZips extends WorkLoop {

    private static final int LAST_ATTEMPT = 5;
    private static final int BATCH = 1_000;

    private final ZipUploads zips;
    private final NewAccessions accessions;
    private final BlobStore blobs;
    private final S3Settings storage;
    private final ZipSettings limits;
    private final TransactionalOperator transaction;
    private final Wakes wakes;

    UnpackZips(
            ZipUploads zips,
            NewAccessions accessions,
            BlobStore blobs,
            S3Settings storage,
            ZipSettings limits,
            TransactionalOperator transaction,
            Wakes wakes) {
        super(Queue.ZIP_UPLOADS, wakes);
        this.zips = zips;
        this.accessions = accessions;
        this.blobs = blobs;
        this.storage = storage;
        this.limits = limits;
        this.transaction = transaction;
        this.wakes = wakes;
    }

    @Override
    protected boolean step() throws IOException {
        ZipUpload zip = zips.next().block();
        if (zip == null) {
            return false;
        }
        try {
            if (zip.attempts() > LAST_ATTEMPT) {
                throw new UnsafeZip("The ZIP could not be taken apart in " + LAST_ATTEMPT + " attempts.", List.of());
            }
            takeApart(zip);
            wakes.wake(Queue.ACCESSIONS);
        } catch (UnsafeZip e) {
            fail(zip, e.reason(), e.problems());
        } catch (BlobMissing e) {
            fail(zip, "The uploaded file is no longer there.", List.of());
        } catch (BlobsUnavailable | IOException e) {
            zips.putBack(zip.id()).block();
            throw e;
        }
        return true;
    }

    private void fail(ZipUpload zip, String reason, List<ZipProblem> problems) {
        zips.failed(zip, reason, problems).block();
    }

    private List<Long> takeApart(ZipUpload zip) throws IOException {
        Path copy = Files.createTempFile("dermarium-zip", ".zip");
        try {
            try (InputStream in = blobs.open(storage.privateBucket(), zip.key())) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            List<ZipFileEntry> files =
                    InspectZip.inspect(copy, limits, limits.file().toBytes());
            refuseTaken(zip, files);
            return store(zip, files);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void refuseTaken(ZipUpload zip, List<ZipFileEntry> files) {
        Set<String> taken = Objects.requireNonNull(accessions
                .taken(zip.cohort(), files.stream().map(ZipFileEntry::name).toList())
                .block());
        if (!taken.isEmpty()) {
            throw new UnsafeZip(
                    "Nothing of the ZIP was taken, because the cohort has files of these names already.",
                    taken.stream()
                            .sorted()
                            .limit(100)
                            .map(name -> new ZipProblem(name, "The cohort has a file of this name already."))
                            .toList());
        }
    }

    private List<Long> store(ZipUpload zip, List<ZipFileEntry> files) {
        List<NewAccession> rows = files.stream().map(file -> row(zip, file)).toList();
        return Objects.requireNonNull(transaction
                .transactional(Flux.fromIterable(rows)
                        .buffer(BATCH)
                        .concatMap(accessions::add)
                        .flatMapIterable(ids -> ids)
                        .collectList()
                        .flatMap(ids -> ids.size() == rows.size()
                                ? zips.extracted(zip, ids.size()).thenReturn(ids)
                                : Mono.error(new UnsafeZip(
                                        "Nothing of the ZIP was taken, because files of its names came meanwhile.",
                                        List.of()))))
                .block());
    }

    private static NewAccession row(ZipUpload zip, ZipFileEntry file) {
        return new NewAccession(
                zip.cohort(),
                zip.creator(),
                zip.id(),
                file.name(),
                zip.key(),
                new NewAccession.Entry(file.offset(), file.packed(), file.method()),
                file.size(),
                null,
                zip.wish(),
                zip.traceparent());
    }
}
