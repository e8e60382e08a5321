package org.dermarium.doi.release.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.archive.Manifest;
import org.dermarium.archive.zip.DamagedBytes;
import org.dermarium.archive.zip.Sums;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.events.StoredObject;
import org.springframework.stereotype.Component;

/** Learns the checksums of supplements: once read, they are what the release has, whatever becomes of the upload. */
@Component
class ReadSupplements {

    private final BlobStore blobs;
    private final String bucket;

    ReadSupplements(BlobStore blobs, S3Settings storage) {
        this.blobs = blobs;
        this.bucket = storage.privateBucket();
    }

    List<Supplement> read(List<Supplement> supplements) throws IOException {
        List<Supplement> known = new ArrayList<>();
        for (Supplement supplement : supplements) {
            known.add(supplement.isRead() ? supplement : read(supplement));
        }
        return List.copyOf(known);
    }

    /** By their paths in the archive. */
    SortedMap<String, StoredObject> objects(Map<String, Supplement> supplements) {
        SortedMap<String, StoredObject> objects = new TreeMap<>(Manifest.ORDER);
        supplements.forEach((path, supplement) -> objects.put(path, supplement.stored(bucket, supplement.key())));
        return objects;
    }

    private Supplement read(Supplement supplement) throws IOException {
        Sums sums;
        try (InputStream in = blobs.open(bucket, supplement.key())) {
            sums = Sums.of(in);
        } catch (BlobMissing e) {
            throw new DamagedBytes(supplement.name() + " is no longer in the storage");
        }
        if (sums.size() != supplement.size()) {
            throw new DamagedBytes(supplement.name() + " has other bytes than its record says");
        }
        return supplement.read(sums.sha256(), sums.crc32());
    }
}
