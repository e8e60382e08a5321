package org.dermarium.doi.dataset;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.dermarium.blobs.BlobStore;

/** Where the files of a data set are fetched: plain addresses once it is published, signed ones that expire before. */
public class FileAddresses {

    /** From the start of today, so that an address is the same all day and lives a day at least. */
    private static final Duration LIFE = Duration.ofDays(2);

    private final BlobStore blobs;
    private final String privateBucket;
    private final Clock clock;

    public FileAddresses(BlobStore blobs, String privateBucket, Clock clock) {
        this.blobs = blobs;
        this.privateBucket = privateBucket;
        this.clock = clock;
    }

    public URI of(DataSet dataSet, DataSet.DataFile file) {
        if (dataSet.isPublished()) {
            return blobs.publicUrl(file.key());
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC);
        return blobs.presignedGet(privateBucket, file.key(), today.toInstant().plus(LIFE));
    }
}
