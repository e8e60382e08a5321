package org.dermarium.ingest.metadatafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.S3Settings;
import org.dermarium.ingest.csv.CheckCsv;
import org.dermarium.ingest.csv.CsvReport;
import org.dermarium.ingest.csv.CsvRow;
import org.dermarium.ingest.csv.CsvRows;
import org.dermarium.ingest.imagemetadata.ApplyMetadata;
import org.dermarium.ingest.imagemetadata.ImageRow;
import org.dermarium.ingest.imagemetadata.MetadataRecords;
import org.dermarium.ingest.metadata.ArchiveColumns;
import org.dermarium.ingest.problem.ProblemTable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The checkpoints of a metadata file: its form and rows by themselves, then against what is stored. */
@Component
class CheckMetadataFile {

    static final int BATCH = 1_000;

    private final BlobStore blobs;
    private final S3Settings storage;
    private final MetadataRecords descriptions;
    private final ApplyMetadata describe;

    CheckMetadataFile(BlobStore blobs, S3Settings storage, MetadataRecords descriptions, ApplyMetadata describe) {
        this.blobs = blobs;
        this.storage = storage;
        this.descriptions = descriptions;
        this.describe = describe;
    }

    /** Blocks. */
    CsvReport check(MetadataFile file) {
        Set<String> known =
                Objects.requireNonNull(descriptions.fileNames(file.cohort()).block());
        CsvReport byItself = byItself(file, known);
        return byItself.valid() ? againstArchive(file, byItself) : byItself;
    }

    private CsvReport byItself(MetadataFile file, Set<String> known) {
        try (InputStream csv = open(file)) {
            return CheckCsv.check(csv, known::contains, file.byStaff());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvReport againstArchive(MetadataFile file, CsvReport byItself) {
        var problems = new ProblemTable();
        rows(file)
                .buffer(BATCH)
                .concatMap(batch -> describe.problems(file.cohort(), batch), 1)
                .doOnNext(found -> found.forEach(p -> problems.add(p.column(), p.message(), p.row())))
                .then()
                .block();
        return new CsvReport(byItself.rows(), problems.problems(), byItself.unstructuredColumns());
    }

    /** The file's rows, read as they are asked for on a thread that may wait. */
    Flux<ImageRow> rows(MetadataFile file) {
        return Flux.using(
                        () -> CsvRows.read(open(file)),
                        rows -> Flux.fromIterable(rows).map(row -> described(row, file.byStaff())),
                        CsvRows::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static ImageRow described(CsvRow row, boolean byStaff) {
        ArchiveColumns archive = byStaff ? ArchiveColumns.parse(row.cells()) : null;
        return new ImageRow(row.number(), CheckCsv.fileName(row), CheckCsv.parse(row, byStaff), archive);
    }

    private InputStream open(MetadataFile file) {
        return blobs.open(storage.privateBucket(), file.key());
    }
}
