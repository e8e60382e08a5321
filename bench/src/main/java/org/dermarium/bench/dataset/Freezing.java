package org.dermarium.bench.dataset;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dermarium.archive.zip.ReadAhead;
import org.dermarium.archive.zip.ZipArchive;
import org.dermarium.archive.zip.ZipMember;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.BlobsConfig;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.events.StoredObject;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;

/**
 * Packs many small objects into one frozen archive, from S3 to S3 with every checksum looked at, and beside it only copies
 * the same bytes the same way: as many objects, and as one. Prints a section of the results. Argument: number of objects.
 */
public final class Freezing {

    private static final int BYTES = 280_000;
    private static final int AHEAD = 12;
    private static final long AHEAD_BYTES = 16 << 20;
    private static final int ROUNDS = 3;
    private static final String ARCHIVE = "frozen.zip";

    private final BlobStore blobs;
    private final String bucket;
    private final List<StoredObject> objects = new ArrayList<>();

    private Freezing(BlobStore blobs, String bucket) {
        this.blobs = blobs;
        this.bucket = bucket;
    }

    /** Work that is measured. */
    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Isolation own = Servers.shared().isolate("gateway");
        var settings = own.settings("dermarium.s3", S3Settings.class);
        var freezing = new Freezing(BlobsConfig.s3(settings), own.publicBucket());
        freezing.store(Integer.parseInt(args[0]));
        freezing.report();
        System.exit(0);
    }

    private void store(int count) {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < count; i++) {
            new Random(i).nextBytes(bytes);
            String key = "images/ISIC_%07d.jpg".formatted(i);
            objects.add(blobs.putPublic(bucket, key, "image/jpeg", new ByteArrayInputStream(bytes), BYTES));
        }
    }

    private void report() throws Exception {
        freeze();
        double freezing = 0;
        double asMany = 0;
        double asOne = 0;
        for (int round = 0; round < ROUNDS; round++) {
            asMany = Math.max(asMany, rate(this::copyAsMany));
            freezing = Math.max(freezing, rate(this::freeze));
            asOne = Math.max(asOne, rate(this::copyAsOne));
        }
        System.out.printf(
                Locale.ROOT,
                """

                ## Freezing
                %,d objects of %,d kB from S3 into one archive in S3, CRC-32 and SHA-256 of every object and of the archive looked at, \
                in %d MB of heap. Beside it the same bytes copied from S3 to S3 by the same client.

                | what | MB/s | freezing is so much of it |
                |---|---|---|
                | freezing | %.0f | |
                | copying them one by one, %d at a time | %.0f | %.0f %% |
                | copying the archive as one object | %.0f | %.0f %% |
                """,
                objects.size(),
                BYTES / 1000,
                Runtime.getRuntime().maxMemory() >> 20,
                freezing,
                AHEAD,
                asMany,
                100 * freezing / asMany,
                asOne,
                100 * freezing / asOne);
    }

    /** Megabytes a second. */
    private double rate(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (double) BYTES * objects.size() / 1e6 / ((System.nanoTime() - begin) / 1e9);
    }

    private void freeze() throws Exception {
        var archive = new ZipArchive(() -> objects.stream().map(o -> ZipMember.provenObject(o.key(), o, blobs)));
        try (InputStream in = archive.open(new ReadAhead(AHEAD, AHEAD_BYTES))) {
            blobs.putPublic(bucket, ARCHIVE, "application/zip", in, archive.size());
        }
    }

    private void copyAsMany() throws Exception {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AHEAD, Thread.ofVirtual().factory())) {
            List<Future<?>> copies = new ArrayList<>();
            for (StoredObject object : objects) {
                copies.add(threads.submit(() -> copy(object.key(), "copies/" + object.key(), object.size())));
            }
            for (Future<?> copy : copies) {
                copy.get();
            }
        }
    }

    private void copyAsOne() throws Exception {
        copy(
                ARCHIVE,
                "copies/" + ARCHIVE,
                blobs.stat(bucket, ARCHIVE).orElseThrow().size());
    }

    private Void copy(String from, String to, long size) throws Exception {
        try (InputStream in = blobs.open(bucket, from)) {
            blobs.putPublic(bucket, to, "application/octet-stream", in, size);
        }
        return null;
    }
}
