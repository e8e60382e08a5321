package org.dermarium.doi.release.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.archive.Manifest;
import org.dermarium.archive.zip.ReadAhead;
import org.dermarium.archive.zip.Sums;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.pack.ReleaseContents;
import org.dermarium.doi.release.pack.ReleaseLayout;
import org.dermarium.events.StoredObject;
import org.springframework.stereotype.Component;

/**
 * Makes a frozen archive once more, of its rows and the objects that they name, without looking at the archive itself: a
 * drill for the day on which it is lost.
 */
@Component
class RebuildRelease {

    private final ReleaseMembers members;
    private final BlobStore blobs;
    private final FrozenFiles files;
    private final String bucket;
    private final ReadAhead ahead;

    RebuildRelease(
            ReleaseMembers members, BlobStore blobs, FrozenFiles files, S3Settings storage, ReleaseSettings settings) {
        this.members = members;
        this.blobs = blobs;
        this.files = files;
        this.bucket = storage.publicBucket();
        this.ahead =
                new ReadAhead(settings.aheadObjects(), settings.aheadBytes().toBytes());
    }

    /**
     * What came out.
     *
     * @param isIdentical whether manifest and archive are byte for byte those that were published
     */
    record Rebuilt(String doi, long size, String sha256, boolean isIdentical) {}

    /** Writes nothing; blocks until all bytes have been read. */
    Rebuilt rebuild(Release release) throws IOException {
        try (var contents = contents(release);
                InputStream in = contents.archive().open(ahead)) {
            String sha256 = Sums.of(in).sha256();
            boolean isSame = sha256.equals(file(release, Kind.BUNDLE).sha256());
            boolean isListedSame = Objects.equals(
                    contents.manifestFile().sha256(),
                    files.sums(file(release, Kind.MANIFEST).key()).sha256());
            return new Rebuilt(release.doi(), contents.archive().size(), sha256, isSame && isListedSame);
        }
    }

    private ReleaseContents contents(Release release) throws IOException {
        Iterator<Supplement> supplements = members.supplements(release.doi()).iterator();
        SortedMap<String, StoredObject> beside = new TreeMap<>(Manifest.ORDER);
        release.files().stream()
                .filter(f -> f.kind() == Kind.SUPPLEMENT)
                .map(DataFile::key)
                .forEach(key -> beside.put(
                        ReleaseLayout.pathOfSupplement(key), supplements.next().stored(bucket, key)));
        return new ReleaseContents(() -> members.of(release.doi()), beside, blobs);
    }

    private static DataFile file(Release release, Kind kind) {
        List<DataFile> all = release.files();
        return all.stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
    }
}
