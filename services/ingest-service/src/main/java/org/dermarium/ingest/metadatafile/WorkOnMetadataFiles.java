package org.dermarium.ingest.metadatafile;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.imagemetadata.ApplyMetadata;
import org.dermarium.ingest.imagemetadata.RowsRefused;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.ingest.problem.ProblemTable;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Worker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks and applies metadata files. A file is applied in one transaction: completely or not at all. */
@Component
class WorkOnMetadataFiles implements Worker {

    static final String QUEUE = "metadata-files";

    private static final int BATCH = 1_000;
    private static final String GONE = "The uploaded file is no longer there.";

    private final MetadataFiles files;
    private final ReadMetadataFile read;
    private final ApplyMetadata metadata;

    WorkOnMetadataFiles(MetadataFiles files, ReadMetadataFile read, ApplyMetadata metadata) {
        this.files = files;
        this.read = read;
        this.metadata = metadata;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Settlement work(Job job, Lease lease) {
        MetadataFile file = files.find(job.id()).block();
        if (file == null) {
            return Settlement.done();
        }
        try {
            return switch (file.status()) {
                case VALIDATING -> Settlement.done().with(files.checked(file.id(), read.check(file)));
                case APPLYING ->
                    Settlement.done()
                            .with(apply(file))
                            .whenRefused(RowsRefused.class, refused -> refused(file, refused))
                            .whenRefused(BlobMissing.class, gone -> failed(file.id(), GONE));
                case VALID, INVALID, APPLIED, FAILED -> Settlement.done();
            };
        } catch (BlobMissing e) {
            return failed(file.id(), GONE);
        }
    }

    @Override
    public Settlement giveUp(Job job, Cause cause, String problem) {
        return failed(
                job.id(),
                cause == Cause.DEATHS
                        ? "Reading the file stopped the archive %d times. Send it in smaller parts."
                                .formatted(job.deaths())
                        : "The archive failed to read the file. Please send it again.");
    }

    private Settlement failed(long id, String why) {
        return Settlement.done().with(files.failed(id, List.of(MetadataProblem.ofFile(why))));
    }

    /** What it meets may have changed since it was found valid. */
    private Settlement refused(MetadataFile file, RowsRefused refused) {
        var problems = new ProblemTable();
        problems.addAll(refused.problems());
        return Settlement.done().with(files.failed(file.id(), problems.problems()));
    }

    /** All rows or none. */
    private Mono<List<Accession>> apply(MetadataFile file) {
        return Mono.defer(() -> {
            var rows = new AtomicInteger();
            return read.rows(file)
                    .buffer(BATCH)
                    .doOnNext(batch -> rows.addAndGet(batch.size()))
                    .concatMap(batch -> metadata.apply(file.cohort(), batch, file.creator()), 1)
                    .flatMapIterable(batch -> batch)
                    .collectList()
                    .flatMap(all -> Mono.defer(() -> files.applied(file.id(), rows.get()))
                            .thenReturn(all));
        });
    }
}
