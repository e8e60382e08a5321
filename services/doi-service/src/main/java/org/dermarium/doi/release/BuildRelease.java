package org.dermarium.doi.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.dermarium.archive.ReadAhead;
import org.dermarium.archive.ZipArchive;
import org.dermarium.archive.ZipMember;
import org.dermarium.blobs.BlobStore;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.events.StoredObject;
import org.springframework.stereotype.Component;

/**
 * Builds a release whose members are gathered, as a stream from object storage to object storage. After a crash it is begun
 * again: what is there whole already stays, and the same members make the same bytes.
 */
@Component
class BuildRelease {

    private final ReleaseQueue queue;
    private final ReleaseMembers members;
    private final ReadSupplements supplements;
    private final FrozenFiles files;
    private final BlobStore blobs;
    private final ReleaseMetrics metrics;
    private final ReadAhead ahead;

    BuildRelease(
            ReleaseQueue queue,
            ReleaseMembers members,
            ReadSupplements supplements,
            FrozenFiles files,
            BlobStore blobs,
            ReleaseMetrics metrics,
            ReleaseSettings settings) {
        this.queue = queue;
        this.members = members;
        this.supplements = supplements;
        this.files = files;
        this.blobs = blobs;
        this.metrics = metrics;
        this.ahead =
                new ReadAhead(settings.aheadObjects(), settings.aheadBytes().toBytes());
    }

    void build(Claim given, Lease lease) throws IOException {
        Claim claim = settled(given).with(supplements.read(given.supplements()));
        SequencedMap<String, Supplement> paths = ReleaseLayout.supplements(claim.supplements());
        SortedMap<String, StoredObject> beside = supplements.objects(paths);
        try (var contents = new ReleaseContents(() -> members.of(claim.doi()), beside, blobs)) {
            queue.begin(claim, contents.archive().size());
            List<DataFile> placed = new ArrayList<>();
            for (FrozenFile file : files(claim, contents, paths, beside, lease)) {
                lease.check();
                placed.add(files.place(claim.folder(), file));
            }
            queue.freeze(claim, placed);
        }
    }

    /** An archive that nobody could see yet binds nobody, and what was withdrawn meanwhile is left out of the next one. */
    private Claim settled(Claim claim) {
        if (claim.archiveSha256() != null && files.has(claim.folder() + bundleName(claim))) {
            return claim;
        }
        queue.restart(claim);
        if (members.of(claim.doi()).findAny().isEmpty()) {
            throw CannotFreeze.nothingLeft();
        }
        return claim.unsealed();
    }

    /** The archive first: it fails when anything is damaged, and then nothing has become public. */
    private List<FrozenFile> files(
            Claim claim,
            ReleaseContents contents,
            SequencedMap<String, Supplement> paths,
            SortedMap<String, StoredObject> beside,
            Lease lease) {
        List<FrozenFile> all = new ArrayList<>();
        all.add(bundle(claim, contents.archive(), lease));
        SpooledFile metadata = contents.metadata();
        all.add(new FrozenFile(
                Kind.METADATA,
                claim.slug() + ".csv",
                "Metadata of the images, one a line",
                "text/csv",
                metadata.size(),
                metadata.sha256(),
                metadata::open));
        SpooledFile manifest = contents.manifest();
        all.add(new FrozenFile(
                Kind.MANIFEST,
                ReleaseLayout.MANIFEST,
                "SHA-256 of every file in the archive",
                "text/plain",
                manifest.size(),
                manifest.sha256(),
                manifest::open));
        paths.forEach((path, supplement) -> all.add(supplement(path, supplement, beside)));
        return all;
    }

    private FrozenFile bundle(Claim claim, ZipArchive archive, Lease lease) {
        return new FrozenFile(
                Kind.BUNDLE,
                bundleName(claim),
                "All images with their metadata, attributions, licences and checksums",
                "application/zip",
                archive.size(),
                claim.archiveSha256(),
                () -> watched(claim, archive, lease));
    }

    private InputStream watched(Claim claim, ZipArchive archive, Lease lease) {
        long[] before = new long[1];
        return new WatchedStream(
                archive.open(ahead),
                archive.size(),
                done -> {
                    lease.check();
                    lease.done(done);
                    metrics.packed(done - before[0]);
                    before[0] = done;
                },
                sha256 -> queue.seal(claim, sha256));
    }

    private static String bundleName(Claim claim) {
        return claim.slug() + ".zip";
    }

    private FrozenFile supplement(String path, Supplement supplement, SortedMap<String, StoredObject> beside) {
        StoredObject object = Objects.requireNonNull(beside.get(path));
        return new FrozenFile(
                Kind.SUPPLEMENT,
                path,
                supplement.description(),
                supplement.contentType(),
                supplement.size(),
                supplement.sha256(),
                () -> ZipMember.provenObject(path, object, blobs)
                        .content()
                        .source()
                        .open(0));
    }
}
