package org.dermarium.doi.release.build;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.archive.DescribedImage;
import org.dermarium.archive.zip.ReadAhead;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.BlobsConfig;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.doi.release.pack.Member;
import org.dermarium.doi.release.pack.ReleaseContents;
import org.dermarium.doi.release.pack.WatchedStream;
import org.dermarium.events.Metadata;
import org.dermarium.events.StoredObject;

/** Packs one object many times into an archive, with as little memory as it is given. */
class PackingProgram {

    private static final int BYTES = 280_000;

    /** Arguments: S3, its two keys, bucket, number of members, key of the archive. */
    public static void main(String[] args) throws Exception {
        URI s3 = URI.create(args[0]);
        Duration limit = Duration.ofSeconds(60);
        var settings = new S3Settings(s3, args[1], args[2], args[3], args[3], s3, "us-east-1", limit, limit);
        BlobStore blobs = BlobsConfig.s3(settings);
        byte[] bytes = new byte[BYTES];
        new Random(1).nextBytes(bytes);
        StoredObject stored =
                blobs.putPublic(args[3], "images/x.jpg", "image/jpeg", new ByteArrayInputStream(bytes), BYTES);
        int count = Integer.parseInt(args[4]);
        try (var contents = new ReleaseContents(() -> members(count, stored), new TreeMap<>(), blobs)) {
            long size = contents.archive().size();
            var in = new WatchedStream(
                    contents.archive().open(new ReadAhead(12, 16 << 20)), size, done -> {}, sha256 -> {});
            blobs.putPublic(args[3], args[5], "application/zip", in, size);
        }
        System.exit(0);
    }

    private static Stream<Member> members(int count, StoredObject full) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Member(
                        new DescribedImage("ISIC_%07d".formatted(i), "Clinic", "CC-0", Metadata.NONE), full));
    }
}
