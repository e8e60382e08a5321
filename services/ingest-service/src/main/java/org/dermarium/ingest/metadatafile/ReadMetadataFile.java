package org.dermarium.ingest.metadatafile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.ingest.csv.CheckCsv;
import org.dermarium.ingest.csv.CsvReport;
import org.dermarium.ingest.csv.CsvRows;
import org.dermarium.ingest.imagemetadata.ApplyMetadata;
import org.dermarium.ingest.imagemetadata.MetadataRecords;
import org.dermarium.ingest.metadata.ImageRow;
import org.dermarium.loop.Blocking;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads a metadata file from the storage: to be checked against what is stored, or to be applied. */
@Component
class ReadMetadataFile {

    private final BlobStore blobs;
    private final S3Settings storage;
    private final MetadataRecords records;
    private final ApplyMetadata metadata;

    ReadMetadataFile(BlobStore blobs, S3Settings storage, MetadataRecords records, ApplyMetadata metadata) {
        this.blobs = blobs;
        this.storage = storage;
        this.records = records;
        this.metadata = metadata;
    }

    /** Blocks. */
    CsvReport check(MetadataFile file) {
        Set<String> known = requireNonNull(records.fileNames(file.cohort()).block());
        try (InputStream csv = open(file)) {
            return CheckCsv.check(
                    csv,
                    known::contains,
                    file.byStaff(),
                    rows -> requireNonNull(
                            metadata.problems(file.cohort(), rows).block()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's rows, read as they are asked for on a thread that may wait. */
    Flux<ImageRow> rows(MetadataFile file) {
        return Flux.using(
                        () -> CsvRows.read(open(file)),
                        rows -> Flux.fromIterable(rows).map(row -> row.read(file.byStaff())),
                        CsvRows::close)
                .subscribeOn(Blocking.SCHEDULER);
    }

    private InputStream open(MetadataFile file) {
        return blobs.open(storage.privateBucket(), file.key());
    }
}
