package org.dermarium.ingest.description;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.metadata.CsvProblem;
import org.dermarium.ingest.metadata.ProblemTable;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.ingest.work.WorkLoop;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Checks and applies metadata files. A file is applied whole in one transaction, so a crash applies it or does not. */
@Component
class WorkOnMetadataFiles extends WorkLoop {

    private static final int LAST_ATTEMPT = 5;

    private final MetadataFiles files;
    private final CheckMetadataFile check;
    private final DescribeImages describe;
    private final TransactionalOperator transaction;

    WorkOnMetadataFiles(
            MetadataFiles files,
            CheckMetadataFile check,
            DescribeImages describe,
            TransactionalOperator transaction,
            Wakes wakes) {
        super(Queue.METADATA_FILES, wakes);
        this.files = files;
        this.check = check;
        this.describe = describe;
        this.transaction = transaction;
    }

    @Override
    protected boolean step() {
        MetadataFile file = files.next().block();
        if (file == null) {
            return false;
        }
        try {
            if (file.attempts() > LAST_ATTEMPT) {
                fail(file, "The file could not be read in " + LAST_ATTEMPT + " attempts.");
            } else if (file.status() == MetadataFile.Status.VALIDATING) {
                files.checked(file.id(), check.check(file)).block();
            } else {
                apply(file);
            }
        } catch (BlobMissing e) {
            fail(file, "The uploaded file is no longer there.");
        } catch (BlobsUnavailable | UncheckedIOException e) {
            files.putBack(file.id()).block();
            throw e;
        } catch (RowsRefused e) {
            var problems = new ProblemTable();
            e.problems().forEach(p -> problems.add(p.column(), p.message(), p.row()));
            files.failed(file.id(), problems.problems()).block();
        }
        return true;
    }

    private void apply(MetadataFile file) {
        var rows = new AtomicInteger();
        transaction
                .transactional(check.rows(file)
                        .buffer(CheckMetadataFile.BATCH)
                        .doOnNext(batch -> rows.addAndGet(batch.size()))
                        .concatMap(batch -> describe.describe(file.cohort(), batch, file.creator()), 1)
                        .flatMapIterable(batch -> batch)
                        .collectList()
                        .flatMap(all -> Mono.defer(() -> files.applied(file.id(), rows.get()))
                                .thenReturn(all)))
                .block();
    }

    private void fail(MetadataFile file, String why) {
        files.failed(file.id(), List.of(new CsvProblem(null, why, List.of(), 1)))
                .block();
    }
}
