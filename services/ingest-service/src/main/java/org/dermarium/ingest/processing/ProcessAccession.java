package org.dermarium.ingest.processing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.ingest.image.PrepareImage;
import org.dermarium.ingest.image.PreparedImage;
import org.dermarium.ingest.image.Unacceptable;
import org.dermarium.ingest.original.Original;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The way of one image: fetch, prepare, store. Fetching and storing wait for the storage and are done many at a time;
 * preparing takes a core and is done by as many threads as there are.
 */
@Component
class ProcessAccession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProcessAccession.class);

    private final FetchOriginal originals;
    private final StorePicture pictures;
    private final PrepareImage images;
    private final ProcessingSettings settings;
    private final Semaphore filesInMemory;
    private final ExecutorService cores;
    private final Timer fetching;
    private final Timer preparing;
    private final Timer storing;

    ProcessAccession(
            FetchOriginal originals,
            PrepareImage images,
            StorePicture pictures,
            ProcessingSettings settings,
            MeterRegistry meters) {
        this.originals = originals;
        this.pictures = pictures;
        this.images = images;
        this.settings = settings;
        this.filesInMemory = new Semaphore(settings.filesMemory(), true);
        this.cores = Executors.newFixedThreadPool(
                settings.decoders(),
                Thread.ofPlatform().name("decoder-", 0).daemon().factory());
        this.fetching = step("fetch", meters);
        this.preparing = step("prepare", meters);
        this.storing = step("store", meters);
    }

    Outcome process(Claim claim) throws InterruptedException {
        if (claim.attempt() > Claim.LAST_ATTEMPT) {
            return new Outcome.Failed(
                    claim, "The image could not be processed in " + Claim.LAST_ATTEMPT + " attempts.");
        }
        if (claim.original().size() > settings.largestFile()) {
            return new Outcome.Skipped(
                    claim,
                    "The file has " + claim.original().size() + " bytes; images of at most " + settings.largestFile()
                            + " bytes can be processed.");
        }
        int mebibytes = mebibytes(claim.original());
        filesInMemory.acquire(mebibytes);
        try {
            byte[] upload = timed(fetching, () -> originals.fetch(claim.original()));
            PreparedImage image = onACore(() -> timed(preparing, () -> images.prepare(upload)));
            return new Outcome.Accepted(claim, timed(storing, () -> pictures.store(claim.blobId(), image)));
        } catch (Unacceptable e) {
            return new Outcome.Skipped(claim, e.reason());
        } catch (BlobMissing e) {
            return new Outcome.Failed(claim, "The uploaded file is no longer there.");
        } catch (BlobsUnavailable | UncheckedIOException e) {
            log.warn("Accession {} waits for the storage: {}", claim.accession(), e.toString());
            return new Outcome.Postponed(claim);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | OutOfMemoryError e) {
            log.error("Accession {} failed", claim.accession(), e);
            return new Outcome.Failed(claim, "The image could not be processed.");
        } finally {
            filesInMemory.release(mebibytes);
        }
    }

    /** A file is there twice: as it came, and stripped. */
    private int mebibytes(Original original) {
        return (int) Math.min(settings.filesMemory(), 1 + 2 * original.size() / ProcessingSettings.MEBI);
    }

    private PreparedImage onACore(Callable<PreparedImage> work) throws Exception {
        try {
            return cores.submit(work).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Exception cause -> throw cause;
                case OutOfMemoryError cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    private static <T> T timed(Timer timer, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        try {
            return work.call();
        } finally {
            timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private static Timer step(String name, MeterRegistry meters) {
        return Timer.builder("dermarium.ingest.step")
                .description("time of one step of an image's way")
                .tag("step", name)
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void close() {
        cores.shutdownNow();
    }
}
