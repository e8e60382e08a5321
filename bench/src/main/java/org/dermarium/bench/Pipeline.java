package org.dermarium.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Images from the first byte of their upload until a search finds them. */
record Pipeline(Archive archive) {

    private static final int AT_ONCE = 4;
    private static final long PART = 64L << 20;

    /** What a ZIP adds for a file. */
    private static final int ENTRY = 200;

    /** Asking for the count costs the archive as much as taking in an image does: seldom, until nearly all are there. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LAST_PAUSE = Duration.ofMillis(100);

    private static final Duration BOUND = Duration.ofMinutes(10);

    /** Every image by an upload of its own, four at a time; images a second. */
    double singles(List<byte[]> files) {
        long cohort = archive.newCohort("Bench singles " + System.nanoTime());
        long begin = System.nanoTime();
        int before = archive.count("");
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> uploads = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                String name = Integer.toString(i);
                byte[] file = files.get(i);
                uploads.add(threads.submit(() -> archive.addImage(cohort, name, file)));
            }
            uploads.forEach(Pipeline::get);
        }
        return rate(files.size(), begin, before);
    }

    /** All images in ZIPs of one upload part each; images a second. */
    double zips(List<byte[]> files) throws IOException {
        long cohort = archive.newCohort("Bench zip " + System.nanoTime());
        List<byte[]> zips = zipped(files);
        long begin = System.nanoTime();
        int before = archive.count("");
        for (byte[] zip : zips) {
            archive.addZip(cohort, zip);
        }
        return rate(files.size(), begin, before);
    }

    private static List<byte[]> zipped(List<byte[]> files) throws IOException {
        List<byte[]> zips = new ArrayList<>();
        int perZip = (int)
                (PART / (files.stream().mapToInt(file -> file.length).max().orElse(1) + ENTRY));
        for (int from = 0; from < files.size(); from += perZip) {
            zips.add(zip(files.subList(from, Math.min(from + perZip, files.size())), from));
        }
        return zips;
    }

    /** Upload to searchable in milliseconds, sorted, for images that come at a steady pace. */
    double[] latencies(List<byte[]> files, int firstId, double perSecond) {
        long cohort = archive.newCohort("Bench latency " + firstId);
        try (var sightings = new Sightings(archive);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Future<Double>> waiting = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                LockSupport.parkNanos(begin + (long) (i / perSecond * 1e9) - System.nanoTime());
                // An id of the archive's own drawing may be in the way.
                int number = firstId + 10 * i;
                byte[] file = files.get(i);
                waiting.add(threads.submit(() -> latency(cohort, number, file, sightings)));
            }
            return waiting.stream().mapToDouble(Pipeline::get).sorted().toArray();
        }
    }

    static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private double latency(long cohort, int number, byte[] file, Sightings sightings) {
        String isicId = archive.addImage(cohort, number, file);
        long answered = System.nanoTime();
        return (get(sightings.of(isicId)) - answered) / 1e6;
    }

    private double rate(int images, long begin, int before) {
        long end = begin + BOUND.toNanos();
        for (int come = 0; come < images; come = archive.count("") - before) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(images + " images did not come");
            }
            LockSupport.parkNanos((come < 0.95 * images ? PAUSE : LAST_PAUSE).toNanos());
        }
        return images / ((System.nanoTime() - begin) / 1e9);
    }

    private static <T> T get(Future<T> value) {
        try {
            return value.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(List<byte[]> files, int first) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.size(); i++) {
                // Other bytes than the uploads before: an archive may refuse to take the same image twice.
                byte[] file = Arrays.copyOf(files.get(i), files.get(i).length + 1);
                var entry = new ZipEntry((first + i) + ".jpg");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.length);
                var crc = new CRC32();
                crc.update(file);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file);
            }
        }
        return bytes.toByteArray();
    }
}
