package org.dermarium.ingest.metadatafile;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.imagemetadata.ApplyMetadata;
import org.dermarium.ingest.imagemetadata.RowsRefused;
import org.dermarium.ingest.problem.CsvProblem;
import org.dermarium.ingest.problem.ProblemTable;
import org.dermarium.work.Job;
import org.dermarium.work.Lease;
import org.dermarium.work.Settlement;
import org.dermarium.work.Worker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks and applies metadata files. A file is applied whole in one transaction, so a crash applies it or does not. */
@Component
class WorkOnMetadataFiles implements Worker {

    static final String QUEUE = "metadata-files";

    private static final String GONE = "The uploaded file is no longer there.";

    private final MetadataFiles files;
    private final CheckMetadataFile check;
    private final ApplyMetadata describe;

    WorkOnMetadataFiles(MetadataFiles files, CheckMetadataFile check, ApplyMetadata describe) {
        this.files = files;
        this.check = check;
        this.describe = describe;
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
                case VALIDATING -> Settlement.done().with(files.checked(file.id(), check.check(file)));
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
        return Settlement.done().with(files.failed(id, List.of(new CsvProblem(null, why, List.of(), 1))));
    }

    /** What it meets may have changed since it was found valid. */
    private Settlement refused(MetadataFile file, RowsRefused refused) {
        var problems = new ProblemTable();
        refused.problems().forEach(p -> problems.add(p.column(), p.message(), p.row()));
        return Settlement.done().with(files.failed(file.id(), problems.problems()));
    }

    /** All rows or none. */
    private Mono<List<Accession>> apply(MetadataFile file) {
        return Mono.defer(() -> {
            var rows = new AtomicInteger();
            return check.rows(file)
                    .buffer(CheckMetadataFile.BATCH)
                    .doOnNext(batch -> rows.addAndGet(batch.size()))
                    .concatMap(batch -> describe.describe(file.cohort(), batch, file.creator()), 1)
                    .flatMapIterable(batch -> batch)
                    .collectList()
                    .flatMap(all -> Mono.defer(() -> files.applied(file.id(), rows.get()))
                            .thenReturn(all));
        });
    }
}
