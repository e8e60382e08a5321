package org.dermarium.doi.release.build;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.dermarium.archive.zip.ReadAhead;
import org.dermarium.archive.zip.ZipArchive;
import org.dermarium.archive.zip.ZipMember;
import org.dermarium.blobs.BlobStore;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.release.pack.FrozenFile;
import org.dermarium.doi.release.pack.ReleaseContents;
import org.dermarium.doi.release.pack.ReleaseLayout;
import org.dermarium.doi.release.pack.WatchedStream;
import org.dermarium.doi.work.Held;
import org.dermarium.events.StoredObject;
import org.dermarium.work.loop.Lease;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Builds a release whose members are gathered, as a stream from object storage to object storage. After a crash it is begun
 * again: what is there whole already stays, and the same members make the same bytes.
 */
@Component
class BuildRelease {

    /** How often it is said how much has been read. */
    private static final Duration SAY = Duration.ofSeconds(1);

    private final PendingReleases releases;
    private final ReleaseMembers members;
    private final ReadSupplements supplements;
    private final FrozenFiles files;
    private final BlobStore blobs;
    private final ReleaseMetrics metrics;
    private final ReadAhead ahead;

    BuildRelease(
            PendingReleases releases,
            ReleaseMembers members,
            ReadSupplements supplements,
            FrozenFiles files,
            BlobStore blobs,
            ReleaseMetrics metrics,
            ReleaseSettings settings) {
        this.releases = releases;
        this.members = members;
        this.supplements = supplements;
        this.files = files;
        this.blobs = blobs;
        this.metrics = metrics;
        this.ahead =
                new ReadAhead(settings.aheadObjects(), settings.aheadBytes().toBytes());
    }

    /** The files of the release, once they lie where they stay. */
    List<DataFile> build(PendingRelease release, Held held, Lease lease) throws IOException {
        String doi = release.doi();
        String sealed = sealed(release, held);
        List<Supplement> known = supplements.read(release.supplements());
        SequencedMap<String, Supplement> paths = ReleaseLayout.supplements(known);
        SortedMap<String, StoredObject> beside = supplements.objects(paths);
        try (var contents = new ReleaseContents(() -> members.of(doi), beside, blobs)) {
            held.write(releases.begin(doi, known, contents.archive().size()));
            List<FrozenFile> all = new ArrayList<>();
            // The archive first: it fails when anything is damaged, and then nothing has become public.
            all.add(bundle(release, sealed, contents.archive(), held, lease));
            all.add(contents.metadataFile(ReleaseLayout.metadata(release.slug())));
            all.add(contents.manifestFile());
            paths.forEach((path, supplement) -> all.add(supplement(path, supplement, beside)));
            List<DataFile> placed = new ArrayList<>();
            for (FrozenFile file : all) {
                lease.check();
                placed.add(files.place(release.folder(), file));
            }
            return placed;
        }
    }

    /** An archive that nobody could see yet binds nobody, and what was withdrawn meanwhile is left out of the next one. */
    private @Nullable String sealed(PendingRelease release, Held held) {
        if (release.archiveSha256() != null && files.has(release.folder() + release.bundleName())) {
            return release.archiveSha256();
        }
        held.write(releases.restart(release.doi()));
        if (members.of(release.doi()).findAny().isEmpty()) {
            throw CannotFreeze.nothingLeft();
        }
        return null;
    }

    private FrozenFile bundle(
            PendingRelease release, @Nullable String sealed, ZipArchive archive, Held held, Lease lease) {
        return new FrozenFile(
                Kind.BUNDLE,
                release.bundleName(),
                "All images with their metadata, attributions, licences and checksums",
                "application/zip",
                archive.size(),
                sealed,
                () -> watched(release.doi(), archive, held, lease));
    }

    private InputStream watched(String doi, ZipArchive archive, Held held, Lease lease) {
        var progress = new Progress(doi, held, lease);
        return new WatchedStream(
                archive.open(ahead), archive.size(), progress::read, sha256 -> held.write(releases.seal(doi, sha256)));
    }

    /** Counts each byte, asks each time whether it may go on, and says so now and then. */
    private final class Progress {

        private final String doi;
        private final Held held;
        private final Lease lease;
        private long counted;
        private long saidAt = System.nanoTime();

        Progress(String doi, Held held, Lease lease) {
            this.doi = doi;
            this.held = held;
            this.lease = lease;
        }

        void read(long bytes) {
            lease.check();
            metrics.packed(bytes - counted);
            counted = bytes;
            if (System.nanoTime() - saidAt > SAY.toNanos()) {
                held.write(releases.read(doi, bytes));
                saidAt = System.nanoTime();
            }
        }
    }

    private FrozenFile supplement(String path, Supplement supplement, SortedMap<String, StoredObject> beside) {
        StoredObject object = Objects.requireNonNull(beside.get(path));
        return new FrozenFile(
                Kind.SUPPLEMENT,
                path,
                supplement.description(),
                supplement.contentType(),
                supplement.size(),
                Objects.requireNonNull(supplement.sha256()),
                () -> ZipMember.provenObject(path, object, blobs)
                        .content()
                        .source()
                        .open(0));
    }
}
